import { useId } from "react";
import { useShallow } from "zustand/react/shallow";
import type { PodRecord } from "@/model/records";
import { selectable } from "@/panels/facts/selected-pods";
import { counted } from "@/panels/left/outline-tree";
import { useBoard } from "@/store/use";

type Label = readonly [string, string];
type PodsChoiceProps = { namespace: string; value: Label | null; onChange: (label: Label | null) => void };

/** Every pod of a namespace, or those with one of the labels that its pods carry. */
export function PodsChoice({ namespace, value, onChange }: PodsChoiceProps) {
  const id = useId();
  const pods = useBoard(
    useShallow((state) =>
      Object.values(state.pods).filter((pod) => selectable(pod) && state.namespaces[pod.namespace]?.name === namespace),
    ),
  );
  const labels = labelsOf(pods);
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        Pods
      </label>
      <select
        className="field__input"
        id={id}
        onChange={(event) => onChange(labels[Number(event.target.value)]?.label ?? null)}
        value={value ? labels.findIndex(({ label }) => label[0] === value[0] && label[1] === value[1]) : -1}
      >
        <option value={-1}>every pod ({pods.length} now)</option>
        {labels.map(({ label: [key, held], count }, index) => (
          <option key={`${key}=${held}`} value={index}>
            {`${key}=${held} (${counted(count, "pod")})`}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The labels of some pods, each with how many carry it, in the order of the alphabet. */
export function labelsOf(pods: readonly PodRecord[]): { label: Label; count: number }[] {
  const found = new Map<string, { label: Label; count: number }>();
  for (const { labels } of pods)
    for (const [key, held] of Object.entries(labels)) {
      const known = found.get(`${key}=${held}`) ?? { label: [key, held] as const, count: 0 };
      found.set(`${key}=${held}`, { ...known, count: known.count + 1 });
    }
  return [...found].sort(([a], [b]) => a.localeCompare(b)).map(([, each]) => each);
}
