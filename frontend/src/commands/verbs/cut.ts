import { say } from "@/texts/commands";
import { copied } from "../clipboard";
import type { Command } from "../command";

export const command: Command = {
  name: "cut",
  label: say.cutAsManifests,
  icon: "cut",
  group: "edit",
  native: true,
  shortcuts: ["Mod+X"],
  enabled: ({ board, ui }) => copied(board, ui.selection) !== "",
  run: () => void document.execCommand("cut"),
};
