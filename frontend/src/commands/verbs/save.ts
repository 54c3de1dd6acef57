import { addNotice, announce } from "@/store/board";
import { say } from "@/texts/commands";
import type { Command } from "../command";

export const command: Command = {
  name: "save",
  label: say.savedAlreadyEveryEditIsKept,
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
  if (pending === 0) return say.everythingIsSavedAsREach(revision);
  if (pending === 1) return "1 edit is on its way to the server. This tab keeps it until it is there.";
  return say.editsAreOnTheirWayTo(pending);
}
