import { useState } from "react";
import { Button } from "@/panels/parts/Button";
import { addNotice, boardStore } from "@/store/board";
import { RequestError, request } from "@/sync/rest";
import { say } from "@/texts/history";
import type { RevisionEntry } from "@/wire/messages";

const LONGEST = 80;

/** The field in which a revision gets its name. Enter keeps it, an empty one takes the name away, Esc leaves it. */
export function RevisionName({ entry, done }: { entry: RevisionEntry; done: () => void }) {
  const [typed, setTyped] = useState(entry.name ?? "");
  const keep = async () => {
    const board = boardStore.getState().board?.id;
    const path = `boards/${board}/revisions/${entry.revision}/name/`;
    try {
      if (typed.trim()) await request("PUT", path, { name: typed });
      else if (entry.name) await request("DELETE", path);
      done();
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      addNotice("error", error.message);
    }
  };
  return (
    <form
      className="history__naming"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <input
        aria-label={say.nameOf(entry.revision)}
        // biome-ignore lint/a11y/noAutofocus: the person has just asked to type here
        autoFocus
        className="field__input"
        maxLength={LONGEST}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === "Escape") done();
        }}
        placeholder={say.nameSuchAs}
        value={typed}
      />
      <Button small type="submit">
        {typed.trim() || !entry.name ? say.name : say.takeTheNameAway}
      </Button>
      <Button look="quiet" onClick={done} small>
        {say.cancel}
      </Button>
    </form>
  );
}
