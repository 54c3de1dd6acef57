import type { Arrow, Direction } from "./arrows";
import { SIDES, type Side } from "./sides";
import { type Obstacles, obstaclesNear, wayCost } from "./way-cost";
import type { World } from "./world";

const USUAL: Record<Direction, Side> = { ingress: "left", egress: "right" };
// How much longer all ways together may become to keep a gate at its usual side.
const USUAL_WORTH = 60;

/** All arrows that a pod stops in one direction meet at one gate: at the side that is best for all of them together. */
export function gateSides(world: World, arrows: Arrow[]): Map<string, Side> {
  const stopped = new Map<string, Arrow[]>();
  for (const arrow of arrows) {
    if (arrow.stopped.destination) push(stopped, `${arrow.destination} ingress`, arrow);
    if (arrow.stopped.source) push(stopped, `${arrow.source} egress`, arrow);
  }
  const sides = new Map<string, Side>();
  for (const [key, those] of stopped) {
    const [end, direction] = key.split(" ") as [string, Direction];
    const kept = keptGate(world, those, direction);
    if (kept) {
      sides.set(key, kept);
      continue;
    }
    const other = sides.get(`${end} ${direction === "ingress" ? "egress" : "ingress"}`);
    const near = new Map(those.map((arrow) => [arrow.id, obstaclesNear(world, arrow)]));
    let lowest = Number.POSITIVE_INFINITY;
    for (const side of SIDES) {
      if (side === other) continue;
      const cost = gateCost(world, those, direction, side, near);
      if (cost < lowest) {
        lowest = cost;
        sides.set(key, side);
      }
    }
  }
  return sides;
}

/** The side that a gate had, when none of its arrows is to be chosen anew. */
function keptGate({ touched, before }: World, arrows: Arrow[], direction: Direction): Side | undefined {
  if (!touched || arrows.some(({ id }) => touched.has(id))) return undefined;
  return before?.get(arrows[0]?.id ?? "")?.ends[direction === "ingress" ? "destination" : "source"];
}

function gateCost(
  world: World,
  arrows: Arrow[],
  direction: Direction,
  side: Side,
  nears: Map<string, Obstacles>,
): number {
  let cost = side === USUAL[direction] ? -USUAL_WORTH : 0;
  for (const arrow of arrows) {
    const near = nears.get(arrow.id) as Obstacles;
    const costs = SIDES.map((far) => {
      const ends = direction === "ingress" ? { source: far, destination: side } : { source: side, destination: far };
      return wayCost(world, arrow, ends, near);
    });
    cost += Math.min(...costs);
  }
  return cost;
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
