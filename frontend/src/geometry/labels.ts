import Flatbush from "flatbush";
import type { Route } from "./arrows";
import { boxesIn } from "./boxes-in";
import { pointAt } from "./curve";
import { type Box, boundsOf, grown, overlap, type XY } from "./shapes";
import type { World } from "./world";

export const LABEL_HEIGHT = 20;
const LETTER = 6.7;
const LINES_UP_TO = 120;
const LABEL_WEIGHT = 8;
// No label reaches further from its line than half of this.
const WIDEST = 400;
const PLACES = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8];
const MIDDLE = 0.5;
// Where two that run both ways, close together, have room for both labels: each at its own tail.
const TAIL = 0.26;

/** The width of a label with this text, the mark before it included. */
export function labelWidth(text: string): number {
  return Math.round(text.length * LETTER) + 30;
}

/** Gives every route its label's box: on the arrow, as near to its middle as other labels, pods, their locks,
 * crosses and frame titles allow. Short arrows choose first, for they have the fewest places; what was not touched keeps its place. */
export function placeLabels(world: World, routes: Map<string, Route>, locks: readonly Box[]): void {
  const widths = new Map(world.arrows.map((arrow) => [arrow.id, labelWidth(arrow.text)]));
  const choosing: Route[] = [];
  let staying: Route[] = [];
  for (const route of routes.values()) {
    const kept = world.touched && !world.touched.has(route.id) ? world.before?.get(route.id)?.labelAt : undefined;
    if (kept === undefined) choosing.push(route);
    else {
      put(route, kept);
      staying.push(route);
    }
  }
  const pushed = pushedTogether(world, staying);
  staying = staying.filter((route) => !pushed.has(route));
  choosing.push(...pushed);
  if (choosing.length === 0) return;
  const { grid, lines } = surroundings(world, routes, locks, staying, choosing);
  for (const route of choosing.sort((a, b) => span(a) - span(b)))
    grid.add(grown(put(route, bestPlace(route)), 3), LABEL_WEIGHT);

  function put(route: Route, at: number): Box {
    route.labelAt = at;
    route.label = boxAt(route, at, widths.get(route.id) ?? 0);
    return route.label;
  }

  function bestPlace(route: Route): number {
    const width = widths.get(route.id) ?? 0;
    const wished = pushed.has(route) ? TAIL : MIDDLE;
    let best = wished;
    let lowest = Number.POSITIVE_INFINITY;
    for (const at of placesFrom(wished)) {
      const aside = Math.abs(at - wished) * 1.4;
      if (aside >= lowest) break;
      const box = boxAt(route, at, width);
      const cost = aside + (grid.covered(box) / (width * LABEL_HEIGHT)) * 4 + lines.count(box, route.id) * 0.12;
      if (cost < lowest) {
        lowest = cost;
        best = at;
      }
    }
    return best;
  }
}

/** The nearest to `wished` first. */
function placesFrom(wished: number): readonly number[] {
  return wished === MIDDLE ? PLACES : [...PLACES].sort((a, b) => Math.abs(a - wished) - Math.abs(b - wished));
}

/** The labels that came to lie on one another although nothing was asked of them: their lines moved, to make room at a
 * card for one more. */
function pushedTogether({ before }: World, staying: readonly Route[]): Set<Route> {
  const pushed = new Set<Route>();
  const moved = staying.filter(({ id, curve }) => before?.get(id)?.curve !== curve);
  if (moved.length === 0) return pushed;
  const labels = staying.map(({ label }) => label as Box);
  const index = new Flatbush(labels.length);
  for (const { x, y, width, height } of labels) index.add(x, y, x + width, y + height);
  index.finish();
  for (const route of moved) {
    const { x, y, width, height } = route.label as Box;
    const others = index.search(x, y, x + width, y + height).map((at) => staying[at] as Route);
    if (others.length > 1) for (const other of others) pushed.add(other);
  }
  return pushed;
}

/** What the labels that choose their place must keep clear of. Nothing far away from all of them counts. */
function surroundings(
  world: World,
  routes: Map<string, Route>,
  locks: readonly Box[],
  staying: Route[],
  choosing: Route[],
) {
  const area = grown(boundsOf(choosing.flatMap(({ points }) => points.map(dot))) as Box, WIDEST);
  const grid = new Neighbours();
  const add = (box: Box, weight: number) => {
    if (touches(box, area)) grid.add(box, weight);
  };
  for (const [, box] of boxesIn(world.boxes, area)) grid.add(grown(box, 5), 6);
  for (const title of world.titles) add(title, 2);
  for (const lock of locks) add(lock, 6);
  const lines = new Neighbours();
  for (const route of routes.values()) {
    for (const cross of route.crosses) add({ x: cross.x - 12, y: cross.y - 12, width: 24, height: 24 }, 5);
    // On a large board labels are bound to lie on some line.
    if (routes.size <= LINES_UP_TO) for (const point of route.points) lines.add(dot(point), 1, route.id);
  }
  for (const { label } of staying) if (label) add(grown(label, 3), LABEL_WEIGHT);
  return { grid, lines };
}

function touches(box: Box, area: Box): boolean {
  return (
    box.x <= area.x + area.width &&
    area.x <= box.x + box.width &&
    box.y <= area.y + area.height &&
    area.y <= box.y + box.height
  );
}

function boxAt(route: Route, at: number, width: number): Box {
  const middle = pointAt(route.curve, at);
  return { x: middle.x - width / 2, y: middle.y - LABEL_HEIGHT / 2, width, height: LABEL_HEIGHT };
}

function dot({ x, y }: XY): Box {
  return { x: x - 1, y: y - 1, width: 2, height: 2 };
}

function span({ curve: [from, , , to] }: Route): number {
  return Math.hypot(from.x - to.x, from.y - to.y);
}

const CELL = 120;
const ROW = 1 << 16;

interface Weighted {
  box: Box;
  weight: number;
  owner: string | undefined;
}

/** Weighted boxes by the cells of a grid that they touch. */
class Neighbours {
  private readonly cells = new Map<number, Weighted[]>();

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
    this.each(box, (other) => {
      sum += overlap(box, other.box) * other.weight;
    });
    return sum;
  }

  /** How many others touch `box` that are not `owner`'s. */
  count(box: Box, owner: string): number {
    let count = 0;
    this.each(box, (other) => {
      if (other.owner !== owner && overlap(box, other.box) > 0) count++;
    });
    return count;
  }

  private each(box: Box, visit: (other: Weighted) => void): void {
    const cells = cellsOf(box);
    for (const [index, cell] of cells.entries()) {
      for (const other of this.cells.get(cell) ?? []) {
        // What lies in several of these cells is visited in the first of them alone.
        if (cells.length === 1 || cellsOf(other.box).find((each) => cells.includes(each)) === cells[index])
          visit(other);
      }
    }
  }
}

function cellsOf(box: Box): number[] {
  const cells: number[] = [];
  const [right, bottom] = [Math.floor((box.x + box.width) / CELL), Math.floor((box.y + box.height) / CELL)];
  for (let x = Math.floor(box.x / CELL); x <= right; x++) {
    for (let y = Math.floor(box.y / CELL); y <= bottom; y++) cells.push(x * ROW + y);
  }
  return cells;
}
