import { useMemo } from "react";
import type { PodRecord, PolicyRecord } from "@/model/records";
import { useBoard } from "@/store/use";
import { countingText } from "./counting-text";
import { meaningOf, selectedPods } from "./selected-pods";
import { selectorText } from "./selectors";

export type PolicyFacts = {
  policy: PolicyRecord;
  /** Null while the text cannot be read. */
  pods: PodRecord[] | null;
  selector: string;
  ingress: boolean;
  egress: boolean;
};

/** Every policy of the board with the pods that it selects, in the order in which they were made. */
export function usePolicyFacts(): PolicyFacts[] {
  const policies = useBoard((state) => state.policies);
  const drafts = useBoard((state) => state.drafts);
  const pods = useBoard((state) => state.pods);
  const namespaces = useBoard((state) => state.namespaces);
  return useMemo(
    () =>
      Object.values(policies).map((policy) => {
        const meaning = meaningOf(countingText(policy, drafts[policy.id]));
        if (!meaning) return { policy, pods: null, selector: "", ingress: false, egress: false };
        return {
          policy,
          pods: selectedPods(meaning, policy.namespace, Object.values(pods), namespaces),
          selector: selectorText(meaning.selector),
          ingress: meaning.ingress,
          egress: meaning.egress,
        };
      }),
    [policies, drafts, pods, namespaces],
  );
}
