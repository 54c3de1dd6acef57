import type { Command } from "../command";

export const command: Command = {
  name: "fit-selection",
  label: "Fit the selection",
  icon: "fit",
  group: "view",
  shortcuts: ["Shift+2"],
  run: ({ camera, ui }) => camera?.fit(ui.selection.map(({ id }) => id)),
};
