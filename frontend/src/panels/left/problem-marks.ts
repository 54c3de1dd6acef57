import { useMemo } from "react";
import type { Tables } from "@/model/records";
import { useBoard, useProblems } from "@/store/use";
import type { Problem } from "@/wire/messages";

/** How many errors and warnings speak of a thing; nobody ignored them. */
export interface Mark {
  errors: number;
  warnings: number;
}

type World = Pick<Tables, "namespaces" | "pods" | "policies">;

/** By id of a policy, a pod or a namespace: what stands in it, or speaks of it. Each problem counts once for a thing. */
export function marksOf(problems: readonly Problem[], { namespaces, pods, policies }: World): Map<string, Mark> {
  const spaces = new Map(Object.values(namespaces).map(({ id, name }) => [name, id]));
  const byRef = new Map(Object.values(pods).map((pod) => [`${namespaces[pod.namespace]?.name}/${pod.name}`, pod]));
  const marks = new Map<string, Mark>();
  for (const { severity, ignored, file, pods: refs } of problems) {
    if (severity === "hint" || ignored !== null) continue;
    const concerned = refs.flatMap((ref) => byRef.get(ref) ?? []);
    const own = file === null ? undefined : policies[file];
    const around = [...concerned.map(({ namespace }) => namespace), own && spaces.get(own.namespace)];
    const ids = new Set([...concerned.map(({ id }) => id), own?.id, ...around]);
    for (const id of ids) {
      if (id === undefined) continue;
      const mark = marks.get(id) ?? { errors: 0, warnings: 0 };
      if (severity === "error") mark.errors++;
      else mark.warnings++;
      marks.set(id, mark);
    }
  }
  return marks;
}

export function useProblemMarks(): Map<string, Mark> {
  const problems = useProblems((state) => state.problems);
  const namespaces = useBoard((state) => state.namespaces);
  const pods = useBoard((state) => state.pods);
  const policies = useBoard((state) => state.policies);
  return useMemo(() => marksOf(problems ?? [], { namespaces, pods, policies }), [problems, namespaces, pods, policies]);
}
