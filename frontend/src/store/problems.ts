import { createStore } from "zustand/vanilla";
import type { Problem, ProblemsFound } from "@/wire/messages";
import { boardStore } from "./board";

export interface ProblemsState {
  /** In the order of the policies; null until the server has told them. */
  problems: Problem[] | null;
  /** By policy id, those that stand in its text; an array stays the same while nothing in it changes. */
  byPolicy: Record<string, Problem[]>;
}

const EMPTY: ProblemsState = { problems: null, byPolicy: {} };
/** The key of those that stand in no policy. */
const NOWHERE = "";

export const problemsStore = createStore<ProblemsState>(() => EMPTY);

/** Takes what the server found: all problems, or those of the policies where they are others now. */
export function takeProblems({ whole, groups }: Pick<ProblemsFound, "whole" | "groups">): void {
  const held = whole ? {} : problemsStore.getState().byPolicy;
  const byPolicy = Object.fromEntries(Object.entries({ ...held, ...groups }).filter(([, list]) => list.length > 0));
  const order = new Map(Object.keys(boardStore.getState().policies).map((id, at) => [id, at]));
  const at = (id: string) => order.get(id) ?? (id === NOWHERE ? order.size + 1 : order.size);
  const problems = Object.keys(byPolicy)
    .sort((a, b) => at(a) - at(b))
    .flatMap((id) => byPolicy[id] ?? []);
  problemsStore.setState({ problems, byPolicy });
}

export function clearProblems(): void {
  problemsStore.setState(EMPTY);
}

/** Errors and warnings that nobody ignored: what wants to be looked at. */
export function pressing(problems: readonly Problem[]): number {
  return problems.filter(({ severity, ignored }) => severity !== "hint" && ignored === null).length;
}
