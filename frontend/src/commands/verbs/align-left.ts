import { aligned } from "@/geometry/align";
import { say } from "@/texts/commands";
import type { Command } from "../command";
import { moveTo, selectedBoxes } from "../moving";

export const command: Command = {
  name: "align-left",
  label: say.alignLeftEdges,
  icon: "align-left",
  group: "edit",
  enabled: (view) => selectedBoxes(view).size > 1,
  run: (view) => moveTo(view, aligned(selectedBoxes(view), "left")),
};
