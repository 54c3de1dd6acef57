import { POD_SIZE, podHeight } from "@/geometry/boxes";
import { newId } from "@/model/ids";
import { select, uiStore } from "@/store/ui";
import { addPod } from "./adding-pods";
import type { View } from "./command";
import type { Direction } from "./gestures";
import { nearestInside } from "./placing";

const GAP = { x: 90, y: 50 };
// A port that most pods could have; it can be changed as soon as the arrow is there.
const PORT = { protocol: "TCP", port: 80 };

/** The one pod or outside address that is selected. */
export function onlyEnd({ ui, board }: Pick<View, "ui" | "board">): string | null {
  const [only] = ui.selection;
  return ui.selection.length === 1 && only && (only.id in board.pods || only.id in board.hosts) ? only.id : null;
}

/** Adds a pod where the person points, with an arrow from what is selected to it, and asks for its name. */
export async function growAt(view: View): Promise<void> {
  const source = onlyEnd(view);
  const id = source ? await addPod(view) : null;
  if (id) await view.send("connect", { id: newId(), source, destination: id, ...PORT });
}

/** Adds a pod beside the selected one, with an arrow from that one to it, and asks for its name. */
export async function growTowards(view: View, [right, down]: Direction): Promise<void> {
  const source = onlyEnd(view);
  const pod = source ? view.board.pods[source] : undefined;
  if (!source || !pod) return;
  const wish = {
    x: pod.x + right * (POD_SIZE.width + GAP.x),
    y: pod.y + (down > 0 ? podHeight(pod) + GAP.y : down * (POD_SIZE.height + GAP.y)),
  };
  const id = newId();
  const spot = nearestInside(view.board, pod.namespace, wish);
  if (!(await view.send("add_pod", { id, namespace: pod.namespace, ...spot }))) return;
  await view.send("connect", { id: newId(), source, destination: id, ...PORT });
  select([{ table: "pods", id }]);
  uiStore.setState({ editing: id });
}
