import { useMemo } from "react";
import { useBoard } from "@/store/use";

export interface StalePolicy {
  id: string;
  /** "prod/db-policy". */
  place: string;
  line: number | null;
}

/** Policies whose text is being typed and does not parse: until it does, arrows show the last state that did. */
export function useStale(): StalePolicy[] {
  const drafts = useBoard((board) => board.drafts);
  const policies = useBoard((board) => board.policies);
  return useMemo(
    () =>
      Object.values(drafts).flatMap((draft) => {
        if (draft.good || draft.text === null) return [];
        const policy = policies[draft.policy];
        const place = policy ? `${policy.namespace}/${policy.name}` : "a new policy";
        return [{ id: draft.policy, place, line: draft.faults.find(({ line }) => line !== null)?.line ?? null }];
      }),
    [drafts, policies],
  );
}
