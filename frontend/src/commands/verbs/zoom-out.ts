import { say } from "@/texts/commands";
import type { Command } from "../command";

export const command: Command = {
  name: "zoom-out",
  label: say.zoomOut,
  icon: "minus",
  group: "view",
  shortcuts: ["Mod+-"],
  run: ({ camera }) => camera?.zoomOut(),
};
