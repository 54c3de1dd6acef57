import Flatbush from "flatbush";
import type { Box } from "./shapes";

interface Index {
  entries: [string, Box][];
  tree: Flatbush;
}

const known = new WeakMap<Map<string, Box>, Index>();

/** The boxes that touch an area, in the order in which they stand in the map. The map must not change afterwards: its
 * index is remembered, for every arrow of a drawing asks. */
export function boxesIn(boxes: Map<string, Box>, area: Box): [string, Box][] {
  if (boxes.size === 0) return [];
  const { entries, tree } = known.get(boxes) ?? indexed(boxes);
  const found = tree.search(area.x, area.y, area.x + area.width, area.y + area.height);
  return found.sort((a, b) => a - b).map((position) => entries[position] as [string, Box]);
}

function indexed(boxes: Map<string, Box>): Index {
  const entries = [...boxes];
  const tree = new Flatbush(entries.length);
  for (const [, { x, y, width, height }] of entries) tree.add(x, y, x + width, y + height);
  tree.finish();
  const index = { entries, tree };
  known.set(boxes, index);
  return index;
}
