import { addNotice, announce } from "@/store/board";
import type { Command } from "../command";

export const command: Command = {
  name: "save",
  label: "Saved already: every edit is kept at once",
  icon: "check",
  group: "file",
  looks: true,
  shortcuts: ["Mod+S"],
  run: ({ board }) => {
    const words = wordsFor(board.pending.length, board.revision);
    announce(words);
    addNotice("info", words);
  },
};

function wordsFor(pending: number, revision: number): string {
  if (pending === 0) return `Everything is saved, as r${revision}. Each edit is kept as you make it.`;
  if (pending === 1) return "1 edit is on its way to the server. This tab keeps it until it is there.";
  return `${pending} edits are on their way to the server. This tab keeps them until they are there.`;
}
