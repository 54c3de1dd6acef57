import type { Held } from "./assign";

type Kept = { text: string; held: Held[] };

const key = (board: string) => `netpol.whole.${board}`;

/** What stood in the whole text before a reload and was not saved; null when there is nothing. */
export function keptWhole(board: string): Kept | null {
  const found = sessionStorage.getItem(key(board));
  return found === null ? null : (JSON.parse(found) as Kept);
}

/** Keeps unsaved text over a reload, in this browser tab. */
export function keepWhole(board: string, kept: Kept | null): void {
  try {
    if (kept) sessionStorage.setItem(key(board), JSON.stringify(kept));
    else sessionStorage.removeItem(key(board));
  } catch {
    // The tab's storage is full: the text still stands in the editor.
  }
}
