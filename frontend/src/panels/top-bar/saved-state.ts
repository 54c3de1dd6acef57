import type { BoardState } from "@/store/board";

type Saved = { tone: "quiet" | "warn" | "deny"; text: string; title: string };

/** Whether everything is kept, in a word or two, and what that means for the person. */
export function savedState(link: BoardState["link"], pending: number, revision: number): Saved {
  if (link === "offline" && pending > 0) {
    const edits = pending === 1 ? "1 edit" : `${pending} edits`;
    return {
      tone: "deny",
      text: `not saved · ${edits}`,
      title: "The connection is down. Your edits wait in this window and are sent when it is back.",
    };
  }
  if (link === "offline") {
    return { tone: "warn", text: `offline · r${revision}`, title: "The connection is down. Trying again." };
  }
  if (link === "connecting") return { tone: "quiet", text: "connecting", title: "Connecting to the server." };
  if (pending > 0) return { tone: "quiet", text: "saving", title: "On its way to the server." };
  return { tone: "quiet", text: `autosaved · r${revision}`, title: `Everything is saved, as revision ${revision}.` };
}
