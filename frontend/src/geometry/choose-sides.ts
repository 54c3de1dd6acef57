import { type Arrow, CROSS_OUT, type Direction, type Ends, GAP, type Kept, laneOf } from "./arrows";
import { type Cubic, crossings, distance, lengthOfPath, sampled } from "./curve";
import { type Box, boundsOf, contains, grown, overlap, type XY } from "./shapes";
import { dot, lengthOf, middleOf, normalOf, pointOn, SIDES, type Side } from "./sides";

const SAMPLES = 16;
// Counting how often an arrow crosses every other is quadratic; on a large board nobody could follow them anyway.
const CROSSINGS_UP_TO = 60;
const USUAL: Record<Direction, Side> = { ingress: "left", egress: "right" };

const COST = {
  through: 240,
  throughOwn: 240,
  throughTitle: 14,
  away: 46,
  crowd: 12,
  overfull: 90,
  cross: 34,
  kept: 36,
};

export interface World {
  boxes: Map<string, Box>;
  /** Frame titles: arrows go around them when it costs little. */
  titles: Box[];
  arrows: Arrow[];
  /** The gates that policies shut, as `pod direction`; the others are open rings. */
  shut?: ReadonlySet<string>;
  /** The drawing before: its sides are kept unless others are clearly better, so that arrows do not jump about. */
  before?: Map<string, Kept>;
  /** Only these are chosen anew; the others keep theirs. Absent: all. */
  touched?: Set<string>;
}

export interface Chosen {
  ends: Map<string, Ends>;
  /** The side of each pod's gate at which arrows are stopped, by `pod direction`. */
  gates: Map<string, Side>;
}

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
    if (counting) paths.set(arrow.id, sampled(roughCurve(world, arrow, chosen), SAMPLES));
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
      let cost = roughCost(world, arrow, candidate, near) + crowd(arrow, candidate);
      if (before?.source === candidate.source && before.destination === candidate.destination) cost -= COST.kept;
      if (cost >= lowest) continue;
      if (counting) {
        const path = sampled(roughCurve(world, arrow, candidate), SAMPLES);
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

/** All arrows that a pod stops in one direction meet at one gate: at the side that is best for all of them together. */
function gateSides(world: World, arrows: Arrow[]): Map<string, Side> {
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

type Near = ReturnType<typeof obstaclesNear>;

function gateCost(world: World, arrows: Arrow[], direction: Direction, side: Side, nears: Map<string, Near>): number {
  let cost = side === USUAL[direction] ? -60 : 0;
  for (const arrow of arrows) {
    const near = nears.get(arrow.id) as Near;
    const costs = SIDES.map((far) => {
      const ends = direction === "ingress" ? { source: far, destination: side } : { source: side, destination: far };
      return roughCost(world, arrow, ends, near);
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

function byLength({ boxes }: World, arrows: Arrow[]): Arrow[] {
  const length = new Map(
    arrows.map((arrow) => [arrow.id, distance(boxes.get(arrow.source) as Box, boxes.get(arrow.destination) as Box)]),
  );
  return [...arrows].sort((a, b) => (length.get(a.id) ?? 0) - (length.get(b.id) ?? 0) || (a.id < b.id ? -1 : 1));
}

/** The boxes and titles that an arrow between these two could run into. */
function obstaclesNear({ boxes, titles }: World, arrow: Arrow): { boxes: Box[]; titles: Box[] } {
  const own = [boxes.get(arrow.source) as Box, boxes.get(arrow.destination) as Box];
  const area = grown(boundsOf(own) as Box, 160);
  const others: Box[] = [];
  for (const [id, box] of boxes) {
    if (id !== arrow.source && id !== arrow.destination && overlap(box, area) > 0) others.push(grown(box, 9));
  }
  return { boxes: others, titles: titles.filter((title) => overlap(title, area) > 0) };
}

function roughCost(world: World, arrow: Arrow, ends: Ends, near: { boxes: Box[]; titles: Box[] }): number {
  const points = sampled(roughCurve(world, arrow, ends), SAMPLES);
  const source = world.boxes.get(arrow.source) as Box;
  const destination = world.boxes.get(arrow.destination) as Box;
  let cost =
    lengthOfPath(points) + away(source, ends.source, destination) + away(destination, ends.destination, source);
  for (const point of points) {
    for (const box of near.boxes) if (contains(box, point)) cost += COST.through;
    for (const title of near.titles) if (contains(title, point)) cost += COST.throughTitle;
    if (contains(source, point) || contains(destination, point)) cost += COST.throughOwn;
  }
  return cost;
}

/** How much a side looks away from the other box. */
function away(box: Box, side: Side, other: Box): number {
  const from = middleOf(box, side);
  const to = { x: other.x + other.width / 2 - from.x, y: other.y + other.height / 2 - from.y };
  const length = Math.hypot(to.x, to.y) || 1;
  return (1 - dot(to, normalOf(side)) / length) * COST.away;
}

function roughCurve({ boxes }: World, arrow: Arrow, ends: Ends): Cubic {
  const out = (stopped: boolean) => (stopped ? CROSS_OUT : GAP);
  return curveBetween(
    pointOn(boxes.get(arrow.source) as Box, ends.source, 0, out(arrow.stopped.source)),
    ends.source,
    pointOn(boxes.get(arrow.destination) as Box, ends.destination, 0, out(arrow.stopped.destination)),
    ends.destination,
  );
}

/** The curve that leaves `from` straight out of its side and arrives at `to` straight into the other's. */
export function curveBetween(from: XY, side: Side, to: XY, otherSide: Side): Cubic {
  const length = distance(from, to);
  const normal = normalOf(side);
  const otherNormal = normalOf(otherSide);
  const ahead = dot({ x: to.x - from.x, y: to.y - from.y }, normal);
  const otherAhead = dot({ x: from.x - to.x, y: from.y - to.y }, otherNormal);
  const pull = (room: number) =>
    Math.min(150, Math.max(22, room > 0 ? Math.min(room * 0.55, length * 0.5) : length * 0.42));
  const [a, b] = [pull(ahead), pull(otherAhead)];
  return [
    from,
    { x: from.x + normal.x * a, y: from.y + normal.y * a },
    { x: to.x + otherNormal.x * b, y: to.y + otherNormal.y * b },
    to,
  ];
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
