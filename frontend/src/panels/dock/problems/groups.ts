import type { Problem } from "@/wire/messages";

export type Shown = "pressing" | "all" | "ignored";

/** Problems under one heading: a policy, or what belongs to none. */
export interface Group {
  policy: string | null;
  problems: Problem[];
}

/** Those to be shown, by policy, in the order in which they came. */
export function grouped(problems: readonly Problem[], shown: Shown): Group[] {
  const groups = new Map<string | null, Problem[]>();
  for (const problem of problems) {
    if (!isShown(problem, shown)) continue;
    groups.set(problem.policy, [...(groups.get(problem.policy) ?? []), problem]);
  }
  return [...groups].map(([policy, list]) => ({ policy, problems: list }));
}

function isShown({ severity, ignored }: Problem, shown: Shown): boolean {
  if (shown === "ignored") return ignored !== null;
  return ignored === null && (shown === "all" || severity !== "hint");
}
