import { distributed } from "@/geometry/align";
import type { Command } from "../command";
import { moveTo, selectedBoxes } from "../moving";

export const command: Command = {
  name: "distribute-down",
  label: "Equal gaps from top to bottom",
  icon: "distribute-down",
  group: "edit",
  enabled: (view) => selectedBoxes(view).size > 2,
  run: (view) => moveTo(view, distributed(selectedBoxes(view), "y")),
};
