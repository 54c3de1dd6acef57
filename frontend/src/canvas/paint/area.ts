import type { View } from "./scene";

/** How much more than can be seen is painted on each side, in screen pixels: so far the view may move before anything
 * has to be painted again. */
const MARGIN = 256;

/** The view as React Flow keeps it. */
export interface Seen {
  transform: readonly [x: number, y: number, zoom: number];
  width: number;
  height: number;
}

/** The part of the board to be painted for a view. The same object as `held` as long as what is painted there still
 * covers the view at its scale: panning then only moves what is painted. While the zoom changes only what can be seen
 * is painted, for it is painted anew with each step. */
export function areaFor(seen: Seen, ratio: number, held: View | null): View {
  if (held && covers(held, seen, ratio)) return held;
  const zooming = held !== null && held.zoom !== seen.transform[2];
  return around(seen, ratio, zooming ? 0 : MARGIN);
}

/** The same for a view that has come to rest: with room on all sides for the next movement. */
export function restedArea(seen: Seen, ratio: number, held: View): View {
  const next = around(seen, ratio, MARGIN);
  return covers(held, seen, ratio) && held.width === next.width && held.x === next.x && held.y === next.y ? held : next;
}

function around({ transform: [x, y, zoom], width, height }: Seen, ratio: number, margin: number): View {
  return { x: x + margin, y: y + margin, zoom, width: width + 2 * margin, height: height + 2 * margin, ratio };
}

function covers(area: View, { transform: [x, y, zoom], width, height }: Seen, ratio: number): boolean {
  if (area.zoom !== zoom || area.ratio !== ratio) return false;
  const [left, top] = [area.x - x, area.y - y];
  return left >= 0 && top >= 0 && left + width <= area.width && top + height <= area.height;
}
