import { useEffect, useState } from "react";
import { Button } from "@/panels/parts/Button";
import { Chip } from "@/panels/parts/Chip";
import { ago, moment } from "@/panels/parts/when";
import { useBoard } from "@/store/use";
import { RequestError, request } from "@/sync/rest";
import type { RevisionEntry } from "@/wire/messages";
import "./history.css";

/** Every revision of the board, the newest first. */
export function History() {
  const board = useBoard((state) => state.board?.id);
  const newest = useBoard((state) => state.revision);
  const [entries, setEntries] = useState<RevisionEntry[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [tries, setTries] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision or another try reads the list again
  useEffect(() => {
    if (!board) return;
    let left = false;
    // Edits come in bursts while somebody drags or types; one reading after the burst is enough.
    const timer = setTimeout(() => {
      readRevisions(board).then(
        (read) => {
          if (left) return;
          setEntries(read);
          setFailure(null);
        },
        (error: unknown) => {
          if (!(error instanceof RequestError)) throw error;
          if (!left) setFailure(error.message);
        },
      );
    }, 150);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [board, newest, tries]);

  if (failure && !entries) {
    return (
      <div className="dock__empty" role="alert">
        {failure}
        <Button onClick={() => setTries(tries + 1)}>Try again</Button>
      </div>
    );
  }
  if (!entries) return <p className="dock__empty">Reading the history…</p>;
  if (entries.length === 0)
    return <p className="dock__empty">Nothing has happened yet. Each edit becomes a revision here.</p>;
  return (
    <ol className="history" reversed>
      {entries.map((entry) => (
        <li className={`history__entry ${entry.undone ? "history__entry--undone" : ""}`} key={entry.revision}>
          <span className="history__revision mono">r{entry.revision}</span>
          <span className="history__who">{whoDid(entry)}</span>
          <span className="history__what">
            <span className="history__sentence">{entry.sentence}</span>
            {entry.undone && <Chip title="This was taken back by a later revision">undone</Chip>}
          </span>
          <time className="history__when" dateTime={entry.created_at} title={moment(entry.created_at)}>
            {ago(entry.created_at)}
          </time>
        </li>
      ))}
    </ol>
  );
}

/** Until people have names: this browser's person, or another. What began the board was nobody's edit. */
function whoDid({ mine, actor }: RevisionEntry): string {
  if (mine) return "You";
  return actor ? "Somebody else" : "";
}

async function readRevisions(board: string): Promise<RevisionEntry[]> {
  const entries = await request<RevisionEntry[]>("GET", `boards/${board}/revisions/`);
  return entries.sort((a, b) => b.revision - a.revision);
}
