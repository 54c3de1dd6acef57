import { told } from "@/store/steps";
import { say } from "@/texts/commands";
import type { Command } from "../command";

export const command: Command = {
  name: "undo",
  label: say.undo,
  icon: "undo",
  group: "edit",
  shortcuts: ["Mod+Z"],
  // What is still on its way to the server can be undone too: it is sent first.
  enabled: ({ board }) => board.steps.undo.length > 0 || board.pending.some((edit) => edit.command !== "undo"),
  labelFor: ({ board }) => told("Undo", board.steps.undo),
  run: async ({ send }) => {
    await send("undo", {});
  },
};
