import { boxOf } from "@/geometry/boxes";
import { middleOf, type XY } from "@/geometry/shapes";
import { connectionsOf } from "@/model/places";
import type { BoardState } from "@/store/board";
import type { Direction } from "./gestures";

type Board = Pick<BoardState, "namespaces" | "pods" | "hosts" | "connections">;

/** The pod or host connected to `from` that lies furthest in that direction's sector and nearest to it; null when no
 * connected one lies on that side. */
export function connectedTowards(board: Board, from: string, direction: Direction): string | null {
  const start = boxOf(board, from);
  if (!start) return null;
  const others = new Set(
    connectionsOf(board, from).map(({ source, destination }) => (source === from ? destination : source)),
  );
  others.delete(from);
  let nearest: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const id of others) {
    const box = boxOf(board, id);
    const cost = box ? costOf(middleOf(start), middleOf(box), direction) : Number.POSITIVE_INFINITY;
    if (cost < least) [nearest, least] = [id, cost];
  }
  return nearest;
}

/** How far away a point is, counting sideways twice; infinite when it does not lie on that side at all. */
function costOf(from: XY, to: XY, [right, down]: Direction): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const along = dx * right + dy * down;
  const aside = Math.abs(dx * down) + Math.abs(dy * right);
  return along > 0 && along * 3 > aside ? along + 2 * aside : Number.POSITIVE_INFINITY;
}
