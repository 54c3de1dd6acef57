import type { PolicyRecord } from "@/model/records";
import type { DraftState } from "@/wire/messages";

const lastGood = new Map<string, string>();

/** A policy's text that counts now: the newest draft that parsed, as the server has it too, else what was saved. After
 * a reload the last good draft is not known here, and the saved text stands in until the draft parses again. */
export function countingText(policy: PolicyRecord, draft: DraftState | undefined): string {
  if (!draft || draft.text === null) lastGood.delete(policy.id);
  else if (draft.good) lastGood.set(policy.id, draft.text);
  return lastGood.get(policy.id) ?? policy.text;
}
