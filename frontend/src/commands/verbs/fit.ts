import type { Command } from "../command";

export const command: Command = {
  name: "fit",
  label: "Fit all",
  icon: "fit",
  group: "view",
  shortcuts: ["Shift+1"],
  run: ({ camera }) => camera?.fit(),
};
