import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { ConnectionVerdict } from "@/wire/messages";

/** Which arrows are drawn; each person chooses for themselves, and the browser remembers it by board. "changed": those
 * whose verdict is another one than it was when the person said "from now on". "possible": besides the drawn ones, faintly,
 * what passes on exposed ports and nobody drew. */
export type Choice = "all" | "allowed" | "blocked" | "changed" | "selection" | "possible";

export interface DrawnState {
  board: string | null;
  choice: Choice;
  /** "3306", "53/UDP", or "" for all ports. */
  port: string;
  /** The id of a namespace at either end, or "" for all. */
  namespace: string;
  baseline: Readonly<Record<string, boolean | null>>;
}

const ALL = { choice: "all", port: "", namespace: "" } as const;
const KEPT: readonly Choice[] = ["all", "allowed", "blocked", "selection", "possible"];

export const drawnStore = createStore<DrawnState>(() => ({ ...ALL, board: null, baseline: {} }));

export function useDrawn<Part>(selector: (state: DrawnState) => Part): Part {
  return useStore(drawnStore, selector);
}

/** Takes up what this person chose on the board when they were last here, and counts changes from now on. */
export function recallDrawn(board: string, verdicts: Record<string, ConnectionVerdict>): void {
  if (drawnStore.getState().board === board) return;
  drawnStore.setState({ ...ALL, ...kept(board), board, baseline: baselineOf(verdicts) });
}

export function chooseDrawn(part: Partial<Pick<DrawnState, "choice" | "port" | "namespace">>): void {
  drawnStore.setState(part);
  const { board, choice, port, namespace } = drawnStore.getState();
  // What changed since now means nothing tomorrow.
  if (board) localStorage.setItem(keyOf(board), JSON.stringify({ choice, port, namespace }));
}

export function drawAll(): void {
  chooseDrawn(ALL);
}

/** From now on changes are counted against the verdicts of this moment. */
export function setBaseline(verdicts: Record<string, ConnectionVerdict>): void {
  drawnStore.setState({ baseline: baselineOf(verdicts) });
}

export function baselineOf(verdicts: Record<string, ConnectionVerdict>): Record<string, boolean | null> {
  return Object.fromEntries(Object.values(verdicts).map(({ connection, allowed }) => [connection, allowed]));
}

function keyOf(board: string): string {
  return `netpol.arrows.${board}`;
}

function kept(board: string): Partial<DrawnState> {
  try {
    const { choice, port, namespace } = JSON.parse(localStorage.getItem(keyOf(board)) ?? "{}") as Partial<DrawnState>;
    return {
      choice: choice && KEPT.includes(choice) ? choice : "all",
      port: typeof port === "string" ? port : "",
      namespace: typeof namespace === "string" ? namespace : "",
    };
  } catch {
    return {};
  }
}
