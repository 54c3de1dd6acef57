import { aligned } from "@/geometry/align";
import type { Command } from "../command";
import { moveTo, selectedBoxes } from "../moving";

export const command: Command = {
  name: "align-centre",
  label: "Align one above the other",
  icon: "align-centre",
  group: "edit",
  enabled: (view) => selectedBoxes(view).size > 1,
  run: (view) => moveTo(view, aligned(selectedBoxes(view), "centre")),
};
