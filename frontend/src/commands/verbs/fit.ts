import { say } from "@/texts/commands";
import type { Command } from "../command";

export const command: Command = {
  name: "fit",
  label: say.fitAll,
  icon: "fit",
  group: "view",
  shortcuts: ["Shift+1"],
  run: ({ camera }) => camera?.fit(),
};
