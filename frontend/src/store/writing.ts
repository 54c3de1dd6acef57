import { createStore } from "zustand/vanilla";

export interface WritingState {
  /** The policies into which somebody else is typing now: their editors are read-only meanwhile. */
  held: Record<string, boolean>;
  /** What this person typed and the server did not take, by policy, the newest last. */
  untaken: Record<string, string[]>;
}

const INITIAL: WritingState = { held: {}, untaken: {} };

export const writingStore = createStore<WritingState>(() => INITIAL);

export function setHeld(policy: string, held: boolean): void {
  if ((writingStore.getState().held[policy] ?? false) === held) return;
  writingStore.setState((state) => ({ held: { ...state.held, [policy]: held } }));
}

export function keepUntaken(policy: string, text: string): void {
  writingStore.setState(({ untaken }) => ({
    untaken: { ...untaken, [policy]: [...(untaken[policy] ?? []).filter((each) => each !== text), text] },
  }));
}

/** Forgets the newest text that was not taken. */
export function dropUntaken(policy: string): void {
  writingStore.setState(({ untaken }) => ({
    untaken: { ...untaken, [policy]: (untaken[policy] ?? []).slice(0, -1) },
  }));
}

export function clearWriting(): void {
  writingStore.setState(INITIAL, true);
}
