import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { ConnectionVerdict } from "@/wire/messages";

/** Which arrows are drawn; each person chooses for themselves. "changed": those whose verdict is another one than it
 * was when the person said "from now on". */
export type Choice = "all" | "blocked" | "changed" | "selection";

export interface DrawnState {
  choice: Choice;
  baseline: Readonly<Record<string, boolean | null>>;
}

export const drawnStore = createStore<DrawnState>(() => ({ choice: "all", baseline: {} }));

export function useDrawn<Part>(selector: (state: DrawnState) => Part): Part {
  return useStore(drawnStore, selector);
}

export function draw(choice: Choice): void {
  drawnStore.setState({ choice });
}

/** From now on changes are counted against the verdicts of this moment. */
export function setBaseline(verdicts: Record<string, ConnectionVerdict>): void {
  drawnStore.setState({ baseline: baselineOf(verdicts) });
}

export function baselineOf(verdicts: Record<string, ConnectionVerdict>): Record<string, boolean | null> {
  return Object.fromEntries(Object.values(verdicts).map(({ connection, allowed }) => [connection, allowed]));
}
