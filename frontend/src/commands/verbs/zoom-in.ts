import { say } from "@/texts/commands";
import type { Command } from "../command";

export const command: Command = {
  name: "zoom-in",
  label: say.zoomIn,
  icon: "plus",
  group: "view",
  shortcuts: ["Mod+=", "Mod++"],
  run: ({ camera }) => camera?.zoomIn(),
};
