import type { BoardState } from "@/store/board";
import { useBoard } from "@/store/use";

type Saved = { tone: "quiet" | "warn" | "deny"; text: string; title: string };

/** Whether what the person did is kept, and as which revision. */
export function SavedChip() {
  const link = useBoard((state) => state.link);
  const pending = useBoard((state) => state.pending.length);
  const revision = useBoard((state) => state.revision);
  const { tone, text, title } = savedState(link, pending, revision);
  return (
    <span className={`saved-chip saved-chip--${tone}`} role="status" title={title}>
      {text}
    </span>
  );
}

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
