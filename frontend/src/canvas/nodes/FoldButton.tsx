import { setFolded } from "@/store/folds";
import { CanvasIcon } from "../parts/CanvasIcon";
import "./fold-button.css";

/** The chevron on a namespace's frame, and on the box it folds into. The keyboard's way to it is a command. */
export function FoldButton({ id, name, folded }: { id: string; name: string; folded: boolean }) {
  const words = folded ? `Unfold ${name}` : `Fold ${name} into one box`;
  return (
    <button
      aria-expanded={!folded}
      aria-label={words}
      className={`fold-button nodrag ${folded ? "fold-button--shut" : ""}`}
      onClick={(event) => {
        event.stopPropagation();
        setFolded([id], !folded);
      }}
      tabIndex={-1}
      title={`${words} (Shift F)`}
      type="button"
    >
      <CanvasIcon name="chevron" size={12} />
    </button>
  );
}
