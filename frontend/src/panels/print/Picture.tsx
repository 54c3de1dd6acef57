import { useState } from "react";
import { pictureAddress } from "@/commands/pictures";
import { useBoard } from "@/store/use";
import { say } from "@/texts/print";

/** The canvas as lines, sharp at every size, on a page of its own. */
export function Picture({ source, onDrawn }: { source: string; onDrawn: (drawn: boolean) => void }) {
  const board = useBoard((state) => state.board?.id ?? "");
  const revision = useBoard((state) => state.revision);
  const [failed, setFailed] = useState(false);
  return (
    <section className="sheet sheet--picture">
      <p className="sheet__source">{source}</p>
      {failed && <p role="alert">{say.thePictureCouldNotBeDrawn}</p>}
      <img
        alt={say.theCanvasOfTheBoard}
        onError={() => {
          setFailed(true);
          onDrawn(false);
        }}
        onLoad={() => {
          setFailed(false);
          onDrawn(true);
        }}
        src={`${pictureAddress(board, "svg", "light")}&revision=${revision}`}
      />
    </section>
  );
}
