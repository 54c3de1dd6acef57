import { POD_SIZE } from "@/geometry/boxes";
import { contains, type XY } from "@/geometry/shapes";
import { newId } from "@/model/ids";
import { select, uiStore } from "@/store/ui";
import type { View } from "./command";
import { freeSpot, freeSpotInside, nearestInside } from "./placing";

/** Adds a pod where the person points, else where there is room, and asks for its name. Its id; null when it was
 * refused. */
export async function addPod(view: View): Promise<string | null> {
  const id = newId();
  const namespace = target(view) ?? (await newNamespace(view));
  if (!namespace) return null;
  const frame = view.board.namespaces[namespace];
  const spot =
    view.at && frame
      ? nearestInside(view.board, namespace, middleAt(view.at, frame))
      : freeSpotInside(view.board, namespace);
  if (!(await view.send("add_pod", { id, namespace, ...spot }))) return null;
  select([{ table: "pods", id }]);
  uiStore.setState({ editing: id });
  return id;
}

/** Where a card's corner is, in the frame, when its middle lies under the pointer. */
function middleAt(at: XY, frame: XY): XY {
  return { x: at.x - frame.x - POD_SIZE.width / 2, y: at.y - frame.y - POD_SIZE.height / 2 };
}

/** The frame under the pointer; without a pointer the selected one, or the only one there is. */
function target({ board, ui, at }: View): string | null {
  const frames = Object.values(board.namespaces);
  if (at) return frames.findLast((frame) => contains(frame, at))?.id ?? null;
  for (const ref of ui.selection) {
    if (ref.table === "namespaces") return ref.id;
    if (ref.table === "pods") return board.pods[ref.id]?.namespace ?? null;
  }
  return frames[0]?.id ?? null;
}

/** A pod cannot be outside every namespace: one is made around it. */
async function newNamespace(view: View): Promise<string | null> {
  const id = newId();
  const size = { width: POD_SIZE.width + 80, height: POD_SIZE.height + 92 };
  const made = await view.send("add_namespace", { id, ...freeSpot(view, size), ...size });
  return made ? id : null;
}
