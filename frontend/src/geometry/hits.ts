import Flatbush from "flatbush";
import type { Drawing, Route } from "./arrows";
import { toSegment } from "./curve";
import { contains, type XY } from "./shapes";

export interface Hits {
  /** The id of the arrow at a point of the board, or null. `within` is how far beside its line counts, in board
   * pixels. `labels` false: only lines count, for labels may be hidden. */
  at(point: XY, within: number, labels?: boolean): string | null;
}

/** An index of all arrows for pointing at them. Labels come before lines, for they lie above. */
export function hitsOf(drawing: Drawing): Hits {
  const routes = [...drawing.routes.values()];
  if (routes.length === 0) return { at: () => null };
  const index = new Flatbush(routes.length);
  for (const { points, label } of routes) {
    const xs = points.map(({ x }) => x);
    const ys = points.map(({ y }) => y);
    if (label) {
      xs.push(label.x, label.x + label.width);
      ys.push(label.y, label.y + label.height);
    }
    index.add(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
  }
  index.finish();
  return {
    at(point, within, labels = true) {
      const found = index
        .search(point.x - within, point.y - within, point.x + within, point.y + within)
        .map((position) => routes[position] as Route);
      if (labels) {
        const labelled = found.find(({ label }) => label && contains(label, point));
        if (labelled) return labelled.id;
      }
      let nearest: string | null = null;
      let least = within;
      for (const route of found) {
        const away = distanceTo(route, point);
        if (away <= least) {
          least = away;
          nearest = route.id;
        }
      }
      return nearest;
    },
  };
}

/** From a point to the nearest point of the route's line. */
export function distanceTo({ points }: Route, point: XY): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 1; i < points.length; i++)
    least = Math.min(least, toSegment(point, points[i - 1] as XY, points[i] as XY));
  return least;
}
