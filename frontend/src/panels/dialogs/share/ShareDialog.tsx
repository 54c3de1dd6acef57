import { useState } from "react";
import { Button } from "@/panels/parts/Button";
import { Dialog } from "@/panels/parts/Dialog";
import { useRequest } from "@/panels/parts/use-request";
import { useBoard } from "@/store/use";
import { say } from "@/texts/share";
import type { ShareLinkEntry } from "@/wire/messages";
import { LinkRow } from "./LinkRow";
import { NewLinkForm } from "./NewLinkForm";
import { Whose } from "./Whose";
import "./share-dialog.css";

/** The links of a board: made, copied, changed and revoked, and who came by them. */
export function ShareDialog({ onClose }: { onClose: () => void }) {
  const board = useBoard((state) => state.board?.id ?? "");
  const path = `boards/${board}/links/`;
  const { answer, failure, again } = useRequest<ShareLinkEntry[]>(path);
  const [told, setTold] = useState("");
  const done = (words: string) => {
    setTold(words);
    again();
  };
  return (
    <Dialog
      footer={
        <>
          <span className="share__told" role="status">
            {told}
          </span>
          <Button look="primary" onClick={onClose}>
            {say.done}
          </Button>
        </>
      }
      onClose={onClose}
      title={say.shareThisBoard}
    >
      <Whose board={board} onDone={done} />
      <NewLinkForm onMade={done} path={path} />
      <h3 className="share__heading">{say.links}</h3>
      {failure && (
        <p className="field__error" role="alert">
          {failure}
        </p>
      )}
      {answer?.length === 0 && <p className="share__hint">{say.noLinkYetNobodyElseCan}</p>}
      <ul className="share__links">
        {answer?.map((link) => (
          <LinkRow key={link.id} link={link} onDone={done} onTold={setTold} path={path} />
        ))}
      </ul>
    </Dialog>
  );
}
