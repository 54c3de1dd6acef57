import { createStore } from "zustand/vanilla";
import type { Problem } from "@/wire/messages";

export interface ProblemsState {
  /** Null until the first answer has come. */
  problems: Problem[] | null;
  /** By policy id, those that stand in its text; an array stays the same while nothing in it changes. */
  byPolicy: Record<string, Problem[]>;
  /** Why the newest ones could not be had; what is shown is older then. */
  failure: string | null;
}

const EMPTY: ProblemsState = { problems: null, byPolicy: {}, failure: null };

export const problemsStore = createStore<ProblemsState>(() => EMPTY);

export function takeProblems(problems: Problem[]): void {
  const held = problemsStore.getState().byPolicy;
  const found: Record<string, Problem[]> = {};
  for (const problem of problems) {
    if (problem.file === null) continue;
    found[problem.file] ??= [];
    found[problem.file]?.push(problem);
  }
  for (const [policy, list] of Object.entries(found)) {
    const before = held[policy];
    if (before && JSON.stringify(before) === JSON.stringify(list)) found[policy] = before;
  }
  problemsStore.setState({ problems, byPolicy: found, failure: null });
}

export function clearProblems(): void {
  problemsStore.setState(EMPTY);
}

/** Errors and warnings that nobody ignored: what wants to be looked at. */
export function pressing(problems: readonly Problem[]): number {
  return problems.filter(({ severity, ignored }) => severity !== "hint" && ignored === null).length;
}
