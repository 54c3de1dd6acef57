import { useCallback, useEffect, useRef, useState } from "react";
import { useBoard } from "@/store/use";
import { RequestError, request } from "@/sync/rest";
import type { RevisionEntry } from "@/wire/messages";
import { merged } from "./days";

const PAGE = 60;
// Edits come in bursts while somebody drags or types; one reading after the burst is enough.
const REST_MS = 150;

export interface History {
  entries: RevisionEntry[] | null;
  failure: string | null;
  /** Reads the page before the oldest entry, if there is one. */
  more(): void;
  again(): void;
}

/** The board's log, the newest first, a page at a time; it follows what happens. */
export function useHistory(named: boolean): History {
  const board = useBoard((state) => state.board?.id);
  const newest = useBoard((state) => state.revision);
  const namings = useBoard((state) => state.namings);
  const [entries, setEntries] = useState<RevisionEntry[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [tries, setTries] = useState(0);
  const reading = useRef<{ key: string; whole: boolean; busy: boolean }>({ key: "", whole: false, busy: false });
  const key = `${board} ${named} ${namings}`;

  const read = useCallback(
    async (before: number | null) => {
      if (!board) return;
      const query = `limit=${PAGE}&named=${named}${before === null ? "" : `&before=${before}`}`;
      try {
        const page = await request<RevisionEntry[]>("GET", `boards/${board}/revisions/?${query}`);
        const fresh = reading.current.key !== key;
        if (fresh) reading.current = { key, whole: false, busy: false };
        if ((before !== null || fresh) && page.length < PAGE) reading.current.whole = true;
        setFailure(null);
        setEntries((known) => {
          const [oldest] = page.slice(-1);
          // A gap between the new page and what was known: what was known is read again when it is scrolled to.
          const joined = known?.[0] && oldest && oldest.revision > known[0].revision + 1 && before === null;
          if (fresh || named || !known) return before === null ? page : merged(known ?? [], page);
          return merged(joined ? [] : known, page);
        });
      } catch (error) {
        if (!(error instanceof RequestError)) throw error;
        setFailure(error.message);
      }
    },
    [board, named, key],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision or another try reads the newest page again
  useEffect(() => {
    const timer = setTimeout(() => void read(null), REST_MS);
    return () => clearTimeout(timer);
  }, [read, newest, tries]);

  const more = () => {
    const [oldest] = entries?.slice(-1) ?? [];
    if (!oldest || reading.current.whole || reading.current.busy) return;
    reading.current.busy = true;
    void read(oldest.revision).finally(() => {
      reading.current.busy = false;
    });
  };
  return { entries, failure, more, again: () => setTries(tries + 1) };
}
