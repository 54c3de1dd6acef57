import { openDialog } from "@/store/ui";
import { say } from "@/texts/commands";
import type { Command, View } from "../command";

export const command: Command = {
  name: "write-policies",
  label: say.writePoliciesForTheDrawnArrows,
  icon: "policy",
  group: "edit",
  tool: "fixes",
  enabled: ({ board }) => Object.keys(board.connections).length > 0,
  labelFor: (view) =>
    selectedArrows(view).length > 0 ? say.writePoliciesForTheSelectedArrows : say.writePoliciesForTheDrawnArrows,
  run: (view) => openDialog({ name: "write", connections: selectedArrows(view) }),
};

function selectedArrows({ ui }: View): string[] {
  return ui.selection.flatMap(({ table, id }) => (table === "connections" ? [id] : []));
}
