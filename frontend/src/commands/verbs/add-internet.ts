import { boxesOf, HOST_SIZE } from "@/geometry/boxes";
import { boundsOf, type XY } from "@/geometry/shapes";
import { newId } from "@/model/ids";
import { selectOne } from "@/store/ui";
import { say } from "@/texts/commands";
import type { Command, View } from "../command";
import { freeSpot } from "../placing";

const NAME = "internet";
const GAP = 120;

export const command: Command = {
  name: "add-internet",
  label: say.addTheInternet,
  icon: "cloud",
  group: "add",
  makes: "hosts",
  run: async (view) => {
    const known = Object.values(view.board.hosts).find(({ name }) => name === NAME);
    const id = known?.id ?? newId();
    // One address of a block that nobody uses stands for all that is outside: rules for 0.0.0.0/0 match it, and rules
    // for private blocks do not.
    if (!known && !(await view.send("add_host", { id, name: NAME, ...spot(view) }))) return;
    selectOne("hosts", id);
    if (!view.at) view.camera?.flyTo(id);
  },
};

/** Where the person points, else beyond the cluster's left edge. */
function spot(view: View): XY {
  const around = boundsOf(boxesOf(view.board));
  if (view.at || !around) return freeSpot(view, HOST_SIZE);
  const at = { x: around.x - GAP - HOST_SIZE.width / 2, y: around.y + around.height / 2 };
  return freeSpot({ ...view, at }, HOST_SIZE);
}
