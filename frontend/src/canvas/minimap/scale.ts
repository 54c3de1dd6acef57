import { type Box, boundsOf, type XY } from "@/geometry/shapes";

/** In CSS pixels. */
export const SIZE = { width: 132, height: 84 };
const EDGE = 5;

/** Which part of the board the overview shows, and how many board pixels are one of its own. */
export interface Scale {
  x: number;
  y: number;
  by: number;
}

/** Everything there is, and the view wherever it is, with a margin. */
export function scaleOf(things: Box | null, view: Box): Scale {
  const all = boundsOf(things ? [things, view] : [view]) ?? view;
  const by = Math.max(all.width / (SIZE.width - 2 * EDGE), all.height / (SIZE.height - 2 * EDGE), 1e-6);
  return {
    x: all.x + all.width / 2 - (SIZE.width / 2) * by,
    y: all.y + all.height / 2 - (SIZE.height / 2) * by,
    by,
  };
}

/** The point of the board at a point of the overview. */
export function boardPoint({ x, y, by }: Scale, at: XY): XY {
  return { x: x + at.x * by, y: y + at.y * by };
}
