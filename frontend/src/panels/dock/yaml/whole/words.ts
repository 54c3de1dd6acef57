import { boardStore } from "@/store/board";
import type { WholeState } from "./whole-text";

type Words = { tone: "saved" | "busy" | "error"; words: string };

/** Where the whole text stands between a keystroke and a revision. */
export function wholeWords(
  { plan, saving, findings, conflicts }: WholeState,
  revision: number,
  offline: boolean,
): Words {
  if (offline) return { tone: "error", words: "Offline: what you type is sent when the connection is back" };
  const errors = findings.filter(({ severity, source }) => severity === "error" && source === "server");
  if (errors.length > 0) {
    const lines = [...new Set(errors.map(({ line }) => line ?? 1))].join(", ");
    return { tone: "error", words: `Error at line ${lines}: that policy keeps its last good state` };
  }
  if (conflicts.length > 0) return { tone: "error", words: "Not saved: changed elsewhere too" };
  if (saving) return { tone: "busy", words: "Saving" };
  if (plan.removed.length > 0) {
    const { policies } = boardStore.getState();
    const names = plan.removed.map(({ id }) => policies[id]?.name ?? "").join(", ");
    return { tone: "busy", words: `Left out, removed after a pause: ${names}` };
  }
  if (plan.texts.length > 0) return { tone: "busy", words: "Editing: saved after a pause" };
  return { tone: "saved", words: `Saved as r${revision}` };
}
