import { say } from "@/texts/commands";
import type { Command } from "../command";

export const command: Command = {
  name: "zoom-full",
  label: say.zoomTo100,
  icon: "fit",
  group: "view",
  shortcuts: ["Shift+0", "Mod+0"],
  run: ({ camera }) => camera?.zoomTo(1),
};
