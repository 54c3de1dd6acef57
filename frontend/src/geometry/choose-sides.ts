import { type Arrow, type Ends, laneOf } from "./arrows";
import { crossings, distance } from "./curve";
import { gateSides } from "./gate-sides";
import { type Box, boundsOf, type XY } from "./shapes";
import { lengthOf, SIDES, type Side } from "./sides";
import { obstaclesNear, roughPath, wayCost } from "./way-cost";
import type { Chosen, World } from "./world";

// Counting how often an arrow crosses every other is quadratic; on a large board nobody could follow them anyway.
const CROSSINGS_UP_TO = 60;
const COST = { crowd: 12, overfull: 90, cross: 34, kept: 36 };

/** For every arrow the sides of its boxes that it leaves from and arrives at. Greedy, shortest first, then once more
 * with everybody else known. */
export function chooseSides(world: World): Chosen {
  const routable = world.arrows.filter(
    ({ source, destination }) => world.boxes.has(source) && world.boxes.has(destination),
  );
  const gates = gateSides(world, routable);
  const ends = new Map<string, Ends>();
  const paths = new Map<string, XY[]>();
  const load = new Map<string, number>();
  const counting = routable.length <= CROSSINGS_UP_TO;
  const free: Arrow[] = [];
  for (const arrow of byLength(world, routable)) {
    const kept = world.touched && !world.touched.has(arrow.id) ? world.before?.get(arrow.id)?.ends : undefined;
    if (kept && fits(kept, arrow, gates)) take(arrow, kept);
    else free.push(arrow);
  }
  for (let round = 0; round < (counting ? 2 : 1); round++) {
    for (const arrow of free) {
      const old = ends.get(arrow.id);
      if (old) release(arrow, old);
      take(arrow, best(arrow));
    }
  }
  return { ends, gates };

  function take(arrow: Arrow, chosen: Ends): void {
    ends.set(arrow.id, chosen);
    if (counting) paths.set(arrow.id, roughPath(world, arrow, chosen));
    for (const key of loadKeys(arrow, chosen)) load.set(key, (load.get(key) ?? 0) + 1);
  }

  function release(arrow: Arrow, old: Ends): void {
    paths.delete(arrow.id);
    for (const key of loadKeys(arrow, old)) load.set(key, (load.get(key) ?? 1) - 1);
  }

  function best(arrow: Arrow): Ends {
    const before = world.before?.get(arrow.id)?.ends;
    let winner: Ends = { source: "right", destination: "left" };
    let lowest = Number.POSITIVE_INFINITY;
    const near = obstaclesNear(world, arrow);
    for (const candidate of candidates(arrow, gates)) {
      let cost = wayCost(world, arrow, candidate, near) + crowd(arrow, candidate);
      if (before?.source === candidate.source && before.destination === candidate.destination) cost -= COST.kept;
      if (cost >= lowest) continue;
      if (counting) {
        const path = roughPath(world, arrow, candidate);
        const bounds = boundsOf(path.map((point) => ({ ...point, width: 0, height: 0 }))) as Box;
        for (const other of paths.values()) {
          if (cost >= lowest) break;
          if (apart(bounds, other)) continue;
          cost += crossings(path, other) * COST.cross;
        }
      }
      if (cost < lowest) {
        lowest = cost;
        winner = candidate;
      }
    }
    return winner;
  }

  function crowd(arrow: Arrow, { source, destination }: Ends): number {
    const at = (end: string, side: Side, shared: boolean) => {
      if (shared) return 0;
      const count = load.get(`${end} ${side}`) ?? 0;
      const box = world.boxes.get(end) as Box;
      const overfull = (count + 1) * laneOf(side) > lengthOf(box, side) ? COST.overfull : 0;
      return count * COST.crowd + overfull;
    };
    return (
      at(arrow.source, source, arrow.stopped.source) + at(arrow.destination, destination, arrow.stopped.destination)
    );
  }
}

function loadKeys(arrow: Arrow, { source, destination }: Ends): string[] {
  return [`${arrow.source} ${source}`, `${arrow.destination} ${destination}`];
}

function fits(ends: Ends, arrow: Arrow, gates: Map<string, Side>): boolean {
  const [source, destination] = gatesOf(arrow, gates);
  return (
    (source === undefined || source === ends.source) && (destination === undefined || destination === ends.destination)
  );
}

function gatesOf(arrow: Arrow, gates: Map<string, Side>): [Side | undefined, Side | undefined] {
  return [
    arrow.stopped.source ? gates.get(`${arrow.source} egress`) : undefined,
    arrow.stopped.destination ? gates.get(`${arrow.destination} ingress`) : undefined,
  ];
}

function* candidates(arrow: Arrow, gates: Map<string, Side>): Generator<Ends> {
  const [fixedSource, fixedDestination] = gatesOf(arrow, gates);
  for (const source of fixedSource ? [fixedSource] : SIDES) {
    for (const destination of fixedDestination ? [fixedDestination] : SIDES) yield { source, destination };
  }
}

/** Shortest first; equal ones stay in their order, so that the same board always looks the same. */
function byLength({ boxes }: World, arrows: Arrow[]): Arrow[] {
  const length = new Map(
    arrows.map((arrow) => [arrow.id, distance(boxes.get(arrow.source) as Box, boxes.get(arrow.destination) as Box)]),
  );
  return [...arrows].sort((a, b) => (length.get(a.id) ?? 0) - (length.get(b.id) ?? 0));
}

function apart(box: Box, path: XY[]): boolean {
  let [left, right, above, below] = [true, true, true, true];
  for (const { x, y } of path) {
    left &&= x < box.x;
    right &&= x > box.x + box.width;
    above &&= y < box.y;
    below &&= y > box.y + box.height;
  }
  return left || right || above || below;
}
