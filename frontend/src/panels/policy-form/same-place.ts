import type { PolicyEdit } from "@/wire/messages";
import { stepsOf, valueAt } from "./policy-value";

/** Whether edits that were thought for one state of a policy mean the same in another: the rule, or the field outside
 * of rules, that each is about is still as it was. */
export function meansTheSame(edits: readonly PolicyEdit[], before: unknown, after: unknown): boolean {
  return edits.every(({ path }) => {
    const steps = stepsOf(path);
    const index = steps.findIndex((step) => typeof step === "number");
    if (index >= 0 && steps[index] === -1) return true;
    const about = index < 0 ? steps : steps.slice(0, index + 1);
    return JSON.stringify(valueAt(before, about)) === JSON.stringify(valueAt(after, about));
  });
}
