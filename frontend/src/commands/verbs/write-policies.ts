import { openDialog } from "@/store/ui";
import type { Command, View } from "../command";

export const command: Command = {
  name: "write-policies",
  label: "Write policies for the drawn arrows",
  icon: "policy",
  group: "edit",
  tool: "fixes",
  enabled: ({ board }) => Object.keys(board.connections).length > 0,
  labelFor: (view) =>
    selectedArrows(view).length > 0 ? "Write policies for the selected arrows" : "Write policies for the drawn arrows",
  run: (view) => openDialog({ name: "write", connections: selectedArrows(view) }),
};

function selectedArrows({ ui }: View): string[] {
  return ui.selection.flatMap(({ table, id }) => (table === "connections" ? [id] : []));
}
