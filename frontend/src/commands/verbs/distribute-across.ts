import { distributed } from "@/geometry/align";
import { say } from "@/texts/commands";
import type { Command } from "../command";
import { moveTo, selectedBoxes } from "../moving";

export const command: Command = {
  name: "distribute-across",
  label: say.equalGapsFromLeftToRight,
  icon: "distribute-across",
  group: "edit",
  enabled: (view) => selectedBoxes(view).size > 2,
  run: (view) => moveTo(view, distributed(selectedBoxes(view), "x")),
};
