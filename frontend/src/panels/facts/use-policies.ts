import { useDeferredValue, useMemo } from "react";
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

/** Every policy of the board with the pods that it selects, in the order in which they were made. What is being typed
 * comes a moment later: a keystroke does not wait for it. */
export function usePolicyFacts(): PolicyFacts[] {
  const policies = useBoard((state) => state.policies);
  const drafts = useDeferredValue(useBoard((state) => state.drafts));
  const pods = useBoard((state) => state.pods);
  const namespaces = useBoard((state) => state.namespaces);
  return useMemo(() => factsOf({ policies, drafts, pods, namespaces }), [policies, drafts, pods, namespaces]);
}

type Board = Pick<BoardState, "policies" | "drafts" | "pods" | "namespaces">;

let last: { board: Board; facts: PolicyFacts[]; byId: Map<string, { text: string; facts: PolicyFacts }> } | null = null;

/** Several panels ask at once: the newest answer is kept for all of them, and what it says of a policy as long as
 * neither its text nor the pods change. */
function factsOf(board: Board): PolicyFacts[] {
  const same = last && (Object.keys(board) as (keyof Board)[]).every((table) => last?.board[table] === board[table]);
  if (last && same) return last.facts;
  const still = last?.board.pods === board.pods && last.board.namespaces === board.namespaces ? last.byId : null;
  const byId = new Map<string, { text: string; facts: PolicyFacts }>();
  for (const policy of Object.values(board.policies)) {
    const text = countingText(policy, board.drafts[policy.id]);
    const known = still?.get(policy.id);
    const facts =
      known && known.text === text && known.facts.policy === policy ? known.facts : read(policy, text, board);
    byId.set(policy.id, { text, facts });
  }
  last = { board, byId, facts: [...byId.values()].map(({ facts }) => facts) };
  return last.facts;
}

function read(policy: PolicyRecord, text: string, board: Board): PolicyFacts {
  const meaning = meaningOf(text);
  if (!meaning) return { policy, pods: null, selector: "", ingress: false, egress: false };
  return {
    policy,
    pods: selectedPods(meaning, policy.namespace, board),
    selector: selectorText(meaning.selector),
    ingress: meaning.ingress,
    egress: meaning.egress,
  };
}
