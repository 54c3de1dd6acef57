import { useEffect, useState } from "react";
import { contains } from "@/geometry/shapes";
import { labelsIn } from "@/model/label-list";
import type { NamespaceRecord } from "@/model/records";
import { type Trial, useHazards } from "@/store/hazards";
import { useBoard } from "@/store/use";
import { tryPod } from "@/sync/trial";

const PAUSE_MS = 150;

/** The frame that the pod to try stands in. */
export function useFrame(trial: Trial): NamespaceRecord | undefined {
  const namespaces = useBoard((state) => state.namespaces);
  return Object.values(namespaces).findLast((frame) => contains(frame, trial));
}

/** Asks what the pod would meet, whenever it or the board changes. Answers why that cannot be said, if so. */
export function useTried(trial: Trial, frame: NamespaceRecord | undefined): string | null {
  const [failure, setFailure] = useState<string | null>(null);
  const revision = useBoard((state) => state.revision);
  const drafts = useBoard((state) => state.drafts);
  const known = useHazards((state) => state.trial !== null);
  const namespace = frame?.name ?? trial.namespace.trim();
  const { labels, namespaceLabels } = trial;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision and another draft ask again
  useEffect(() => {
    if (!known || !namespace) return undefined;
    const asked = { namespace, labels: labelsIn(labels), namespace_labels: frame ? {} : labelsIn(namespaceLabels) };
    const timer = setTimeout(() => void tryPod(asked).then(setFailure), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [known, namespace, labels, namespaceLabels, frame?.id, revision, drafts]);
  return failure;
}
