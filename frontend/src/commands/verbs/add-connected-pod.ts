import { boxOf } from "@/geometry/boxes";
import { contains } from "@/geometry/shapes";
import { say } from "@/texts/commands";
import type { Command, View } from "../command";
import { growAt, growTowards, onlyEnd } from "../growing";

export const command: Command = {
  name: "add-connected-pod",
  label: say.addAPodThatThisOne,
  icon: "connect",
  group: "add",
  makes: "pods",
  enabled: (view) => onlyEnd(view) !== null,
  run: (view) => (elsewhere(view) ? growAt(view) : growTowards(view, [1, 0])),
};

/** Whether the person points beside the card, or it has no namespace in which a pod could stand beside it. */
function elsewhere(view: View): boolean {
  const id = onlyEnd(view) ?? "";
  const box = boxOf(view.board, id);
  return id in view.board.hosts || (view.at !== null && box !== null && !contains(box, view.at));
}
