import { say } from "@/texts/commands";
import { copied } from "../clipboard";
import type { Command } from "../command";

export const command: Command = {
  name: "copy",
  label: say.copyAsManifests,
  icon: "copy",
  group: "edit",
  looks: true,
  native: true,
  shortcuts: ["Mod+C"],
  enabled: ({ board, ui }) => copied(board, ui.selection) !== "",
  // The browser then tells of a "copy", which is answered as that of the keys is.
  run: () => void document.execCommand("copy"),
};
