import type { PolicyRecord } from "@/model/records";
import { type BoardState, isReadOnly } from "@/store/board";

export type SaveState = { tone: "saved" | "busy" | "error"; text: string };

/** Where the text of a policy stands between a keystroke and a revision, in words. `unsent`: something typed here is
 * not confirmed by the server. */
export function saveState(state: BoardState, policy: PolicyRecord, unsent: boolean): SaveState {
  const draft = state.drafts[policy.id];
  if (state.link !== "live")
    return {
      tone: "error",
      text: `${unsent ? "Not saved: " : ""}Offline: what you type is sent when the connection is back`,
    };
  if (isReadOnly(state) && (!draft || draft.text === null)) return { tone: "saved", text: "View only" };
  if (!draft || draft.text === null || draft.text === policy.text)
    return unsent ? { tone: "busy", text: "Sending" } : { tone: "saved", text: `Saved as r${state.revision}` };
  const mine = draft.client_id === state.clientId;
  if (!draft.good) {
    const line = draft.faults[0]?.line;
    return { tone: "error", text: `${line ? `Error at line ${line}: arrows` : "Arrows"} show the last good state` };
  }
  if (!mine) return { tone: "busy", text: "Somebody else is typing here: arrows follow, saved after a pause" };
  return { tone: "busy", text: "Editing: arrows follow, saved after a pause" };
}
