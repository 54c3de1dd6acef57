import { boardStore } from "@/store/board";

/** The draft as far as there is one, else the policy's saved text; null when the policy is gone. */
export function currentText(policy: string): string | null {
  const { drafts, policies } = boardStore.getState();
  return drafts[policy]?.text ?? policies[policy]?.text ?? null;
}
