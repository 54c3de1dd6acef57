import { useMemo } from "react";
import type { PodRecord, PolicyRecord } from "@/model/records";
import type { BoardState } from "@/store/board";
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
  return useMemo(() => factsOf({ policies, drafts, pods, namespaces }), [policies, drafts, pods, namespaces]);
}

type Board = Pick<BoardState, "policies" | "drafts" | "pods" | "namespaces">;

let last: { board: Board; facts: PolicyFacts[] } | null = null;

/** Several panels ask at once: the newest answer is kept for all of them. */
function factsOf(board: Board): PolicyFacts[] {
  const same = last && (Object.keys(board) as (keyof Board)[]).every((table) => last?.board[table] === board[table]);
  if (last && same) return last.facts;
  const facts = Object.values(board.policies).map((policy): PolicyFacts => {
    const meaning = meaningOf(countingText(policy, board.drafts[policy.id]));
    if (!meaning) return { policy, pods: null, selector: "", ingress: false, egress: false };
    return {
      policy,
      pods: selectedPods(meaning, policy.namespace, board),
      selector: selectorText(meaning.selector),
      ingress: meaning.ingress,
      egress: meaning.egress,
    };
  });
  last = { board, facts };
  return facts;
}
