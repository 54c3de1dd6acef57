import { boardStore } from "@/store/board";

/** The ids of pods that are named as `namespace/name`; those that are gone meanwhile are left out. */
export function podIds(refs: readonly string[]): string[] {
  const { pods, namespaces } = boardStore.getState();
  const wanted = new Set(refs);
  return Object.values(pods)
    .filter((pod) => wanted.has(`${namespaces[pod.namespace]?.name}/${pod.name}`))
    .map((pod) => pod.id);
}
