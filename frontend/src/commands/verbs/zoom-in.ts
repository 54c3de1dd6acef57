import type { Command } from "../command";

export const command: Command = {
  name: "zoom-in",
  label: "Zoom in",
  icon: "plus",
  group: "view",
  shortcuts: ["Mod+=", "Mod++"],
  run: ({ camera }) => camera?.zoomIn(),
};
