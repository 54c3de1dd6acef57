import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

/** Which namespaces are folded into one box. A choice of each person, not of the board: it is kept in the browser. */
export interface FoldsState {
  board: string | null;
  byHand: ReadonlySet<string>;
  /** The view is so far out that pods cannot be read: every namespace is folded. */
  far: boolean;
}

export const foldsStore = createStore<FoldsState>(() => ({ board: null, byHand: new Set(), far: false }));

export function useFolds<Part>(selector: (state: FoldsState) => Part): Part {
  return useStore(foldsStore, selector);
}

export function isFolded({ byHand, far }: FoldsState, namespace: string): boolean {
  return far || byHand.has(namespace);
}

/** Takes up what this person folded on the board when they were last here. */
export function recallFolds(board: string): void {
  if (foldsStore.getState().board === board) return;
  foldsStore.setState({ board, byHand: new Set(kept(board)), far: false });
}

export function setFolded(namespaces: readonly string[], folded: boolean): void {
  const { board, byHand } = foldsStore.getState();
  const next = new Set(byHand);
  for (const id of namespaces) {
    if (folded) next.add(id);
    else next.delete(id);
  }
  if (next.size === byHand.size) return;
  foldsStore.setState({ byHand: next });
  if (board) localStorage.setItem(keyOf(board), JSON.stringify([...next]));
}

export function setFar(far: boolean): void {
  if (foldsStore.getState().far !== far) foldsStore.setState({ far });
}

function keyOf(board: string): string {
  return `netpol.folded.${board}`;
}

function kept(board: string): string[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(keyOf(board)) ?? "[]");
    return Array.isArray(read) ? read.filter((id): id is string => typeof id === "string") : [];
  } catch {
    return [];
  }
}
