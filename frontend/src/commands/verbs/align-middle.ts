import { aligned } from "@/geometry/align";
import type { Command } from "../command";
import { moveTo, selectedBoxes } from "../moving";

export const command: Command = {
  name: "align-middle",
  label: "Align side by side",
  icon: "align-middle",
  group: "edit",
  enabled: (view) => selectedBoxes(view).size > 1,
  run: (view) => moveTo(view, aligned(selectedBoxes(view), "middle")),
};
