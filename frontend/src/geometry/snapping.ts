import type { Box, XY } from "./shapes";

/** A line along which a dragged box stands level with another, in board coordinates. */
export interface Guide {
  axis: "x" | "y";
  at: number;
  from: number;
  to: number;
}

export interface Snapped {
  place: XY;
  guides: Guide[];
}

/** Where a box comes to stand that is dragged to `box`: level with an edge or the middle of another one when that is
 * nearer than `reach`, in each axis for itself; and the lines that show why. */
export function snapped(box: Box, others: readonly Box[], reach: number): Snapped {
  const across = nearest(box, others, "x", reach);
  const down = nearest(box, others, "y", reach);
  const place = { x: box.x + (across?.by ?? 0), y: box.y + (down?.by ?? 0) };
  const there = { ...box, ...place };
  const guides = [across, down].flatMap((found): Guide[] => {
    if (!found) return [];
    const other = found.axis === "x" ? "y" : "x";
    const size = other === "x" ? "width" : "height";
    const from = Math.min(there[other], found.box[other]);
    const to = Math.max(there[other] + there[size], found.box[other] + found.box[size]);
    return [{ axis: found.axis, at: found.at, from, to }];
  });
  return { place, guides };
}

interface Near {
  axis: "x" | "y";
  by: number;
  at: number;
  box: Box;
}

function nearest(box: Box, others: readonly Box[], axis: "x" | "y", reach: number): Near | null {
  let best: Near | null = null;
  for (const other of others) {
    for (const at of lines(other, axis)) {
      for (const mine of lines(box, axis)) {
        const by = at - mine;
        if (Math.abs(by) <= reach && (best === null || Math.abs(by) < Math.abs(best.by)))
          best = { axis, by, at, box: other };
      }
    }
  }
  return best;
}

function lines(box: Box, axis: "x" | "y"): number[] {
  const size = axis === "x" ? box.width : box.height;
  return [box[axis], box[axis] + size / 2, box[axis] + size];
}
