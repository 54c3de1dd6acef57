import { type Box, boundsOf, type XY } from "./shapes";

export type Edge = "left" | "right" | "top" | "bottom" | "centre" | "middle";
export type Axis = "x" | "y";
type Boxes = ReadonlyMap<string, Box>;

/** Where boxes come to stand so that they share an edge of what is around them all, or its centre line ("centre": one
 * above the other; "middle": one beside the other). */
export function aligned(boxes: Boxes, edge: Edge): Map<string, XY> {
  const around = boundsOf([...boxes.values()]);
  const places = new Map<string, XY>();
  if (!around) return places;
  const [right, bottom] = [around.x + around.width, around.y + around.height];
  for (const [id, { x, y, width, height }] of boxes) {
    const place: Record<Edge, XY> = {
      left: { x: around.x, y },
      right: { x: right - width, y },
      centre: { x: around.x + (around.width - width) / 2, y },
      top: { x, y: around.y },
      bottom: { x, y: bottom - height },
      middle: { x, y: around.y + (around.height - height) / 2 },
    };
    places.set(id, place[edge]);
  }
  return places;
}

/** Where boxes come to stand so that the gaps between them are equal, in the order of their middles; the first and the
 * last stay. Boxes that are too wide for the room overlap by equal parts. */
export function distributed(boxes: Boxes, axis: Axis): Map<string, XY> {
  const size = axis === "x" ? "width" : "height";
  const inOrder = [...boxes].sort(([, a], [, b]) => a[axis] + a[size] / 2 - (b[axis] + b[size] / 2));
  const places = new Map<string, XY>();
  const [first, last] = [inOrder[0]?.[1], inOrder.at(-1)?.[1]];
  if (!first || !last || boxes.size < 3) return places;
  const taken = inOrder.reduce((sum, [, box]) => sum + box[size], 0);
  const gap = (last[axis] + last[size] - first[axis] - taken) / (boxes.size - 1);
  let at = first[axis];
  for (const [id, box] of inOrder) {
    places.set(id, { x: box.x, y: box.y, [axis]: at });
    at += box[size] + gap;
  }
  return places;
}
