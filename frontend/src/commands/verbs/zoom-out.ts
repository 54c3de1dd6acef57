import type { Command } from "../command";

export const command: Command = {
  name: "zoom-out",
  label: "Zoom out",
  icon: "minus",
  group: "view",
  shortcuts: ["Mod+-"],
  run: ({ camera }) => camera?.zoomOut(),
};
