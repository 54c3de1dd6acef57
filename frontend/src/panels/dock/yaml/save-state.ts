import type { PolicyRecord } from "@/model/records";
import { type BoardState, isReadOnly } from "@/store/board";

export type SaveState = { tone: "saved" | "busy" | "error"; text: string };

/** Where the text of a policy stands between a keystroke and a revision, in words. */
export function saveState(state: BoardState, policy: PolicyRecord, held: boolean): SaveState {
  const draft = state.drafts[policy.id];
  if (state.link === "offline")
    return { tone: "error", text: "Offline: what you type is sent when the connection is back" };
  if (isReadOnly(state) && (!draft || draft.text === null)) return { tone: "saved", text: "View only" };
  if (held) return { tone: "busy", text: "Somebody else is typing here" };
  if (!draft || draft.text === null || draft.text === policy.text)
    return { tone: "saved", text: `Saved as r${state.revision}` };
  const mine = draft.client_id === state.clientId;
  if (!draft.good) {
    const line = draft.faults[0]?.line;
    return { tone: "error", text: `${line ? `Error at line ${line}: arrows` : "Arrows"} show the last good state` };
  }
  if (!mine) return { tone: "busy", text: "Somebody else left this unsaved; type to go on from it" };
  return { tone: "busy", text: "Editing: arrows follow, saved after a pause" };
}
