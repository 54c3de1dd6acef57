import type { BoardState } from "@/store/board";
import { say } from "@/texts/top-bar";

type Saved = { tone: "quiet" | "warn" | "deny"; text: string; title: string };

/** Whether everything is kept, in a word or two, and what that means for the person. */
export function savedState(link: BoardState["link"], pending: number, revision: number): Saved {
  if (link === "offline" && pending > 0) {
    const edits = pending === 1 ? "1 edit" : say.edits(pending);
    return {
      tone: "deny",
      text: `not saved · ${edits}`,
      title: say.theConnectionIsDownYourEdits,
    };
  }
  if (link === "offline") {
    return { tone: "warn", text: `offline · r${revision}`, title: say.theConnectionIsDownTryingAgain };
  }
  if (link === "connecting") return { tone: "quiet", text: "connecting", title: say.connectingToTheServer };
  if (pending > 0) return { tone: "quiet", text: "saving", title: say.onItsWayToTheServer };
  return { tone: "quiet", text: `autosaved · r${revision}`, title: say.everythingIsSavedAsRevision(revision) };
}
