import type { Arrow, Route } from "./arrows";
import { pointAt } from "./curve";
import { type Box, grown, overlap, type XY } from "./shapes";

export const LABEL_HEIGHT = 20;
const LETTER = 6.7;
const PLACES = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8];

/** The width of a label with this text, the mark before it included. */
export function labelWidth(text: string): number {
  return Math.round(text.length * LETTER) + 30;
}

/** Gives every route its label's box: on the arrow, as near to its middle as other labels, pods, crosses and frame
 * titles allow. Short arrows choose first, for they have the fewest places. */
export function placeLabels(arrows: Arrow[], routes: Map<string, Route>, boxes: Map<string, Box>, titles: Box[]): void {
  const grid = new Neighbours();
  for (const box of boxes.values()) grid.add(grown(box, 5), 6);
  for (const title of titles) grid.add(title, 2);
  for (const route of routes.values()) {
    for (const cross of route.crosses) grid.add({ x: cross.x - 12, y: cross.y - 12, width: 24, height: 24 }, 5);
  }
  const lines = new Neighbours();
  for (const route of routes.values()) for (const point of route.points) lines.add(dot(point), 1, route.id);
  const texts = new Map(arrows.map((arrow) => [arrow.id, arrow.text]));
  const shortFirst = [...routes.values()].sort((a, b) => span(a) - span(b));
  for (const route of shortFirst) {
    const label = bestPlace(route, labelWidth(texts.get(route.id) ?? ""), grid, lines);
    route.label = label;
    grid.add(grown(label, 3), 8);
  }
}

function bestPlace(route: Route, width: number, grid: Neighbours, lines: Neighbours): Box {
  let best: Box | null = null;
  let lowest = Number.POSITIVE_INFINITY;
  const area = width * LABEL_HEIGHT;
  for (const t of PLACES) {
    const at = pointAt(route.curve, t);
    const box = { x: at.x - width / 2, y: at.y - LABEL_HEIGHT / 2, width, height: LABEL_HEIGHT };
    const cost = Math.abs(t - 0.5) * 1.4 + (grid.covered(box) / area) * 4 + lines.count(box, route.id) * 0.12;
    if (cost < lowest) {
      lowest = cost;
      best = box;
    }
  }
  return best as Box;
}

function dot({ x, y }: XY): Box {
  return { x: x - 1, y: y - 1, width: 2, height: 2 };
}

function span({ curve: [from, , , to] }: Route): number {
  return Math.hypot(from.x - to.x, from.y - to.y);
}

const CELL = 120;

/** Weighted boxes by the cells of a grid that they touch. */
class Neighbours {
  private readonly cells = new Map<string, { box: Box; weight: number; owner: string | undefined }[]>();

  add(box: Box, weight: number, owner?: string): void {
    for (const cell of cellsOf(box)) {
      const list = this.cells.get(cell);
      if (list) list.push({ box, weight, owner });
      else this.cells.set(cell, [{ box, weight, owner }]);
    }
  }

  /** The area of `box` that others cover, each times its weight. */
  covered(box: Box): number {
    let sum = 0;
    for (const each of this.near(box)) sum += overlap(box, each.box) * each.weight;
    return sum;
  }

  /** How many others touch `box` that are not `owner`'s. */
  count(box: Box, owner: string): number {
    let count = 0;
    for (const each of this.near(box)) if (each.owner !== owner && overlap(box, each.box) > 0) count++;
    return count;
  }

  private near(box: Box) {
    return new Set(cellsOf(box).flatMap((cell) => this.cells.get(cell) ?? []));
  }
}

function cellsOf(box: Box): string[] {
  const cells: string[] = [];
  for (let x = Math.floor(box.x / CELL); x <= Math.floor((box.x + box.width) / CELL); x++) {
    for (let y = Math.floor(box.y / CELL); y <= Math.floor((box.y + box.height) / CELL); y++) cells.push(`${x} ${y}`);
  }
  return cells;
}
