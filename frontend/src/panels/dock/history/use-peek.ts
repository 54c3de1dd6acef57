import { useCallback, useEffect, useRef } from "react";
import { boardStore } from "@/store/board";
import { lookAt, lookAway, lookingStore, peekOf } from "@/store/looking";
import { request } from "@/sync/rest";
import type { ComparisonAnswer, RevisionEntry } from "@/wire/messages";

const REST_MS = 160;
const KEPT = 40;
// What a revision did never changes.
const known = new Map<string, ComparisonAnswer>();

/** Shows on the canvas what an entry of the history changed, while it is pointed at or has the focus. */
export function usePeek() {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wanted = useRef<number | null>(null);
  const away = useCallback(() => {
    clearTimeout(timer.current);
    wanted.current = null;
    lookAway("peek");
  }, []);
  useEffect(() => away, [away]);
  const at = (entry: RevisionEntry) => {
    clearTimeout(timer.current);
    wanted.current = entry.revision;
    timer.current = setTimeout(() => {
      void show(entry, () => wanted.current === entry.revision);
    }, REST_MS);
  };
  return { at, away };
}

async function show({ revision, sentence }: RevisionEntry, stillWanted: () => boolean): Promise<void> {
  const board = boardStore.getState().board?.id;
  if (!board) return;
  const found = await whatItDid(board, revision).catch(() => null);
  // Nothing is told when it cannot be read: it was only pointed at.
  if (!found || !stillWanted() || lookingStore.getState().looking?.kind === "compare") return;
  lookAt(peekOf(boardStore.getState(), found, `Revision ${revision}: ${sentence}`));
}

async function whatItDid(board: string, revision: number): Promise<ComparisonAnswer> {
  const key = `${board} ${revision}`;
  const kept = known.get(key);
  if (kept) return kept;
  const query = `from=${revision - 1}&to=${revision}&pairs=false`;
  const found = await request<ComparisonAnswer>("GET", `boards/${board}/compare/?${query}`);
  known.set(key, found);
  const [oldest] = known.keys();
  if (known.size > KEPT && oldest) known.delete(oldest);
  return found;
}
