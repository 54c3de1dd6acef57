import { boardStore } from "@/store/board";
import { RefusedError, saveStanding, send } from "@/sync/session";
import { say } from "@/texts/policy-form";
import type { Fault, PolicyEdit } from "@/wire/messages";
import { readPolicy } from "./policy-value";
import { meansTheSame } from "./same-place";

const TRIES = 4;
const AGAIN_MS = 150;
const MEANWHILE = ["text_changed", "changed_meanwhile"];

/** Makes edits in a policy's text as it stands now, also while somebody types in it. `seen` is the policy as the person
 * saw it: when others changed the very place, nothing is done. Raises `RefusedError`. */
export async function editPolicy(policy: string, edits: PolicyEdit[], seen: unknown): Promise<void> {
  for (let left = TRIES; ; left--) {
    await saveStanding(policy);
    const base = standing(policy);
    if (!meansTheSame(edits, seen, readPolicy(base))) throw new RefusedError([CHANGED]);
    try {
      await send("edit_policy_fields", { id: policy, edits, base });
      return;
    } catch (error) {
      if (!(error instanceof RefusedError) || left <= 1) throw error;
      if (!error.faults.every(({ code }) => MEANWHILE.includes(code))) throw error;
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}

/** The text that an edit is made in: what stands in the editor, as far as it has a meaning. */
function standing(policy: string): string {
  const { drafts, policies } = boardStore.getState();
  const draft = drafts[policy];
  return (draft?.good ? draft.text : null) ?? policies[policy]?.text ?? "";
}

const CHANGED: Fault = {
  code: "changed_meanwhile",
  message: say.somebodyElseChangedThisPartMeanwhile,
  file: null,
  document: null,
  path: null,
  line: null,
  column: null,
  value: null,
};
