import { createStore } from "zustand/vanilla";

/** What was typed into a policy that is gone. */
export interface Lost {
  policy: string;
  /** As `namespace/name`. */
  name: string;
  text: string;
}

export interface WritingState {
  /** The policies into which this person typed what the server has not confirmed yet. */
  unsent: Record<string, boolean>;
  /** What this person typed and the server did not take, by policy, the newest last. */
  untaken: Record<string, string[]>;
  lost: Lost[];
}

const INITIAL: WritingState = { unsent: {}, untaken: {}, lost: [] };

export const writingStore = createStore<WritingState>(() => INITIAL);

export function setUnsent(policy: string, unsent: boolean): void {
  if ((writingStore.getState().unsent[policy] ?? false) === unsent) return;
  writingStore.setState((state) => ({ unsent: { ...state.unsent, [policy]: unsent } }));
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

export function keepLost(lost: Lost): void {
  writingStore.setState((state) => ({
    lost: [...state.lost.filter(({ policy }) => policy !== lost.policy), lost],
  }));
}

export function dropLost(policy: string): void {
  writingStore.setState((state) => ({ lost: state.lost.filter((each) => each.policy !== policy) }));
}

export function clearWriting(): void {
  writingStore.setState(INITIAL, true);
}
