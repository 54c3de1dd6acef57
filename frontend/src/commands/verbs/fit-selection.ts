import { say } from "@/texts/commands";
import type { Command, View } from "../command";

export const command: Command = {
  name: "fit-selection",
  label: say.fitTheSelection,
  icon: "fit",
  group: "view",
  shortcuts: ["Shift+2"],
  enabled: (view) => standing(view).length > 0,
  run: (view) => view.camera?.fit(standing(view)),
};

/** What of the selection has a place: of an arrow its two ends, of a policy its namespace. */
function standing({ ui, board }: View): string[] {
  return ui.selection.flatMap(({ id }) => {
    const arrow = board.connections[id];
    if (arrow) return [arrow.source, arrow.destination];
    const policy = board.policies[id];
    if (!policy) return [id];
    return Object.values(board.namespaces).flatMap((each) => (each.name === policy.namespace ? [each.id] : []));
  });
}
