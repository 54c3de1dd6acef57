import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { ComparisonAnswer, Fault } from "@/wire/messages";

/** What a board is compared with: two revisions of its own, another board, or manifests that were read. `from` is the
 * board's own revision; `swap`: from the other one to this board. */
export type Asked =
  | { kind: "revisions"; from: number; to: number }
  | { kind: "board"; from: number | null; board: string; at: number | null; swap: boolean }
  | { kind: "manifests"; from: number | null; delivery: string; swap: boolean };

export interface ComparisonState {
  asked: Asked | null;
  found: ComparisonAnswer | null;
  faults: Fault[];
  /** The pair that is pointed out on the canvas, by `pairKey`. */
  chosen: string | null;
}

const NONE: ComparisonState = { asked: null, found: null, faults: [], chosen: null };

export const comparisonStore = createStore<ComparisonState>(() => NONE);

export function useComparison<Part>(selector: (state: ComparisonState) => Part): Part {
  return useStore(comparisonStore, selector);
}

export function clearComparison(): void {
  comparisonStore.setState(NONE);
}
