import { told } from "@/store/steps";
import { say } from "@/texts/commands";
import type { Command } from "../command";

export const command: Command = {
  name: "redo",
  label: say.redo,
  icon: "redo",
  group: "edit",
  shortcuts: ["Mod+Shift+Z", "Mod+Y"],
  enabled: ({ board }) => board.steps.redo.length > 0,
  labelFor: ({ board }) => told("Redo", board.steps.redo),
  run: async ({ send }) => {
    await send("redo", {});
  },
};
