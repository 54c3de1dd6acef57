import type { Fault } from "@/wire/messages";
import type { BoardState } from "./board";

const NONE: Fault[] = [];

/** What is wrong with the text that stands in a policy's editor; a saved text has always a meaning. */
export function faultsOf(state: Pick<BoardState, "drafts">, policy: string): Fault[] {
  return state.drafts[policy]?.faults ?? NONE;
}

/** What the API server would say against that text: of the draft as long as there is one, else of the saved text. */
export function warningsOf(state: Pick<BoardState, "drafts" | "policyWarnings">, policy: string): Fault[] {
  return state.drafts[policy]?.warnings ?? state.policyWarnings[policy] ?? NONE;
}
