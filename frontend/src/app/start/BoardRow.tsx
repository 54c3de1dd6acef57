import { type FormEvent, useState } from "react";
import { counted } from "@/panels/left/outline-tree";
import { Button, IconButton } from "@/panels/parts/Button";
import { Chip } from "@/panels/parts/Chip";
import { ago, moment } from "@/panels/parts/when";
import { say } from "@/texts/start";
import type { BoardSummary } from "@/wire/messages";
import { useChange } from "./use-change";

type BoardRowProps = {
  board: BoardSummary;
  /** Something was changed: the list is read again. */
  onDone: (told: string) => void;
  onDeleted: () => void;
};

/** One board of the list, and what this person's role lets them do with it as a whole. */
export function BoardRow({ board, onDone, onDeleted }: BoardRowProps) {
  const [renaming, setRenaming] = useState(false);
  const binned = board.gone_at !== null;
  return (
    <li className="your-boards__row">
      {renaming ? (
        <Rename board={board} onClose={() => setRenaming(false)} onDone={onDone} />
      ) : binned ? (
        <b className="ellipsis your-boards__name" title={board.name}>
          {board.name}
        </b>
      ) : (
        <a className="ellipsis your-boards__name" href={`/boards/${board.id}/`} title={board.name}>
          {board.name}
        </a>
      )}
      <span className="ellipsis">
        {counted(board.pods, "pod")}, {counted(board.policies, "policy")}
      </span>
      <span>
        {board.role !== "owner" && (
          <Chip>
            {say.shared} {board.role === "edit" ? say.canEdit : say.viewOnly}
          </Chip>
        )}
      </span>
      {binned ? (
        <span className="your-boards__time">{say.gone(dayOf(board.gone_at))}</span>
      ) : (
        <time className="your-boards__time" dateTime={board.updated_at} title={moment(board.updated_at)}>
          {ago(board.updated_at)}
        </time>
      )}
      <span className="your-boards__actions">
        {binned ? (
          <BinActions board={board} onDone={onDone} />
        ) : (
          <Actions board={board} onDeleted={onDeleted} onDone={onDone} onRename={() => setRenaming(true)} />
        )}
      </span>
    </li>
  );
}

function dayOf(iso: string | null): string {
  return iso ? new Date(iso).toLocaleDateString("en", { dateStyle: "medium" }) : "";
}

function Actions({ board, onDone, onDeleted, onRename }: BoardRowProps & { onRename: () => void }) {
  const change = useChange();
  const { id, name, role, archived } = board;
  const archive = async () => {
    const told = archived ? say.isInUseAgain(name) : say.isArchived(name);
    if (await change("PATCH", `boards/${id}/`, { archived: !archived })) onDone(told);
  };
  const duplicate = async () => {
    if (await change("POST", `boards/${id}/duplicate/`)) onDone(say.isCopied(name));
  };
  const remove = async () => {
    if (await change("DELETE", `boards/${id}/`)) onDeleted();
  };
  return (
    <>
      {role !== "view" && <IconButton icon="pencil" label={say.rename(name)} look="quiet" onClick={onRename} small />}
      <IconButton icon="copy" label={say.duplicate(name)} look="quiet" onClick={() => void duplicate()} small />
      {role !== "owner" && <Leave board={board} onDone={onDone} />}
      {role === "owner" && (
        <>
          <IconButton
            icon={archived ? "upload" : "archive"}
            label={archived ? say.takeOutOfTheArchive(name) : say.archive(name)}
            look="quiet"
            onClick={() => void archive()}
            small
          />
          <IconButton icon="trash" label={say.delete(name)} look="quiet" onClick={() => void remove()} small />
        </>
      )}
    </>
  );
}

/** Somebody else's board: off this list, and closed to this person. */
function Leave({ board: { id, name }, onDone }: Pick<BoardRowProps, "board" | "onDone">) {
  const change = useChange();
  const [sure, setSure] = useState(false);
  const leave = async () => {
    if (await change("DELETE", `boards/${id}/membership/`)) onDone(say.youLeft(name));
  };
  return (
    <Button
      aria-label={sure ? say.reallyLeave(name) : say.leave(name)}
      look="quiet"
      onBlur={() => setSure(false)}
      onClick={() => (sure ? void leave() : setSure(true))}
      small
      title={say.leaveHint}
    >
      {sure ? say.leaveSure : say.leave2}
    </Button>
  );
}

function BinActions({ board: { id, name }, onDone }: Pick<BoardRowProps, "board" | "onDone">) {
  const change = useChange();
  const [sure, setSure] = useState(false);
  const restore = async () => {
    if (await change("POST", `boards/${id}/restore/`)) onDone(say.isBack(name));
  };
  const burn = async () => {
    if (await change("DELETE", `boards/${id}/?for_good=true`)) onDone(say.isDeletedForGood(name));
  };
  return (
    <>
      <Button aria-label={say.restore(name)} onClick={() => void restore()} small>
        {say.restore2}
      </Button>
      <Button
        aria-label={sure ? say.reallyDeleteForGood(name) : say.deleteForGood(name)}
        look="danger"
        onBlur={() => setSure(false)}
        onClick={() => (sure ? void burn() : setSure(true))}
        small
      >
        {sure ? say.really : say.deleteForGood2}
      </Button>
    </>
  );
}

function Rename({ board, onClose, onDone }: Pick<BoardRowProps, "board" | "onDone"> & { onClose: () => void }) {
  const change = useChange();
  const [name, setName] = useState(board.name);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === board.name) return onClose();
    if (!(await change("PATCH", `boards/${board.id}/`, { name }))) return;
    onClose();
    onDone(say.renamedTo(name.trim()));
  };
  return (
    <form className="your-boards__rename" onSubmit={(event) => void submit(event)}>
      <input
        aria-label={say.newNameOf(board.name)}
        // biome-ignore lint/a11y/noAutofocus: the person has just asked to type here
        autoFocus
        className="field__input"
        maxLength={120}
        onChange={(event) => setName(event.target.value)}
        onFocus={(event) => event.target.select()}
        onKeyDown={(event) => event.key === "Escape" && onClose()}
        value={name}
      />
      <Button small type="submit">
        {say.rename2}
      </Button>
      <Button look="quiet" onClick={onClose} small>
        {say.cancel}
      </Button>
    </form>
  );
}
