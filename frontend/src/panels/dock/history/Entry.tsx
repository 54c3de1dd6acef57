import { useState } from "react";
import { Button } from "@/panels/parts/Button";
import { Chip } from "@/panels/parts/Chip";
import { moment } from "@/panels/parts/when";
import { useReadOnly } from "@/store/use";
import { sendOrTell } from "@/sync/session";
import { say } from "@/texts/history";
import type { RevisionEntry } from "@/wire/messages";
import { timeOf } from "./days";
import { RevisionName } from "./RevisionName";

type EntryProps = {
  entry: RevisionEntry;
  newest: boolean;
  chosen: boolean;
  choose: (revision: number) => void;
  peek: { at: (entry: RevisionEntry) => void; away: () => void };
};

/** One line of the history. Pointed at, or with the focus inside, it shows on the canvas what it changed. */
export function Entry({ entry, newest, chosen, choose, peek }: EntryProps) {
  const [naming, setNaming] = useState(false);
  const readOnly = useReadOnly();
  const { revision, sentence, undone, name } = entry;
  return (
    <li
      className={`history__entry ${undone ? "history__entry--undone" : ""}`}
      data-revision={revision}
      onBlur={peek.away}
      onFocus={() => peek.at(entry)}
      onMouseEnter={() => peek.at(entry)}
      onMouseLeave={peek.away}
    >
      <label className="history__choose" title={say.chooseToCompare}>
        <input
          aria-label={say.chooseRevision(revision, sentence)}
          checked={chosen}
          onChange={() => choose(revision)}
          type="checkbox"
        />
        <span className="history__revision mono">r{revision}</span>
      </label>
      <time className="history__when" dateTime={entry.created_at} title={moment(entry.created_at)}>
        {timeOf(entry.created_at)}
      </time>
      <span className="history__who ellipsis" title={whoDid(entry)}>
        {whoDid(entry)}
      </span>
      {naming ? (
        <RevisionName done={() => setNaming(false)} entry={entry} />
      ) : (
        <>
          <span className="history__what">
            {name && (
              <Chip title={say.theNameOfThis} tone="warn">
                {name}
              </Chip>
            )}
            <span className="history__sentence ellipsis" title={sentence}>
              {sentence}
            </span>
            {undone && <Chip title={say.takenBackLater}>{say.undone}</Chip>}
          </span>
          <span className="history__actions" hidden={readOnly}>
            <Button aria-label={say.nameRevision(revision)} look="quiet" onClick={() => setNaming(true)} small>
              {name ? say.rename : say.name}
            </Button>
            <Button
              aria-label={say.restoreRevision(revision)}
              disabled={newest}
              look="quiet"
              onClick={() => void sendOrTell("restore", { revision })}
              small
              title={newest ? say.boardIsAtThis : say.makeTheBoardThat}
            >
              {say.restore}
            </Button>
          </span>
        </>
      )}
    </li>
  );
}

/** You, or the name that somebody had when they did it. What began the board was nobody's edit. */
function whoDid({ mine, actor, author }: RevisionEntry): string {
  if (mine) return say.you;
  return actor ? author || say.somebodyElse : "";
}
