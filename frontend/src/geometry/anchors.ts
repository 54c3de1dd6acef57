import { type Arrow, type Direction, type Ends, laneOf } from "./arrows";
import type { Box, XY } from "./shapes";
import { dot, lengthOf, middleOf, normalOf, pointOn, type Side, tangentOf } from "./sides";
import { straighten } from "./straighten";
import type { Chosen, World } from "./world";

/** Where each arrow touches its two boxes, in pixels clockwise from the middle of the side. */
export interface Anchors {
  source: Map<string, number>;
  destination: Map<string, number>;
  /** The gate at which arrows are stopped, by `pod direction`. */
  gates: Map<string, number>;
}

/** One thing that needs its place along a side: an arrow's end, or a gate where several ends meet. */
interface Item {
  key: number;
  wish: number;
  room: number;
  put(along: number): void;
}

/** Spreads the arrows along each side in the order in which their other ends lie, so that they do not cross at the
 * box, each as near as possible to where its line would be straight. Twice: the second time it is known where on its
 * side each other end stands. */
export function placeAnchors(world: World, chosen: Chosen): Anchors {
  const lanes = laneOffsets(world.arrows, chosen.ends);
  const first = placed(world, chosen, lanes, { source: new Map(), destination: new Map(), gates: new Map() });
  const anchors = placed(world, chosen, lanes, first);
  straighten(world, chosen.ends, anchors);
  return anchors;
}

function placed(world: World, { ends }: Chosen, lanes: Lanes, before: Anchors): Anchors {
  const anchors: Anchors = { source: new Map(), destination: new Map(), gates: new Map() };
  const sides = new Map<string, { box: Box; side: Side; items: Item[]; gates: Map<string, Meeting> }>();
  for (const arrow of world.arrows) {
    const chosen = ends.get(arrow.id);
    if (!chosen) continue;
    add(arrow, chosen, "egress", lanes.get(arrow.id)?.source ?? 0);
    add(arrow, chosen, "ingress", lanes.get(arrow.id)?.destination ?? 0);
  }
  for (const { box, side, items, gates } of sides.values()) {
    for (const [key, meeting] of gates) items.push(meetingItem(key, meeting, anchors));
    // Half of its room lies beyond the outermost item, so that none comes to a rounded corner.
    spread(items, lengthOf(box, side) - 8);
  }
  return anchors;

  function add(arrow: Arrow, chosen: Ends, direction: Direction, lane: number): void {
    const leaving = direction === "egress";
    const [end, other] = leaving ? [arrow.source, arrow.destination] : [arrow.destination, arrow.source];
    const [side, otherSide] = leaving ? [chosen.source, chosen.destination] : [chosen.destination, chosen.source];
    const box = world.boxes.get(end) as Box;
    const far = world.boxes.get(other) as Box;
    const place = sides.get(`${end} ${side}`) ?? { box, side, items: [], gates: new Map<string, Meeting>() };
    sides.set(`${end} ${side}`, place);
    const there = (leaving ? before.destination : before.source).get(arrow.id) ?? 0;
    const key = bearing(box, side, pointOn(far, otherSide, there, 30)) + lane * 1e-4;
    if (leaving ? arrow.stopped.source : arrow.stopped.destination) {
      const gate = `${end} ${direction}`;
      const meeting = place.gates.get(gate) ?? { keys: [], ids: [], direction };
      meeting.keys.push(key);
      meeting.ids.push(arrow.id);
      place.gates.set(gate, meeting);
    } else {
      const put = (along: number) => (leaving ? anchors.source : anchors.destination).set(arrow.id, along);
      place.items.push({ key, wish: straight(box, side, far, otherSide) + lane, room: laneOf(side), put });
    }
  }
}

interface Meeting {
  keys: number[];
  ids: string[];
  direction: Direction;
}

function meetingItem(key: string, { keys, ids, direction }: Meeting, anchors: Anchors): Item {
  const middle = keys.reduce((sum, each) => sum + each, 0) / keys.length;
  return {
    key: middle,
    wish: 0,
    room: 30,
    put(along) {
      anchors.gates.set(key, along);
      const ends = direction === "ingress" ? anchors.destination : anchors.source;
      for (const id of ids) ends.set(id, along);
    },
  };
}

/** The angle at which a far point lies, seen from the side's middle: 0 is straight ahead, clockwise is positive. */
function bearing(box: Box, side: Side, to: XY): number {
  const from = middleOf(box, side);
  const way: XY = { x: to.x - from.x, y: to.y - from.y };
  return Math.atan2(dot(way, tangentOf(side)), dot(way, normalOf(side)));
}

/** Where along the side a line to the far box would be straight, or as near to it as the side allows. */
function straight(box: Box, side: Side, far: Box, farSide: Side): number {
  const tangent = tangentOf(side);
  const middle = middleOf(box, side);
  const farMiddle = middleOf(far, farSide);
  const offset = dot({ x: farMiddle.x - middle.x, y: farMiddle.y - middle.y }, tangent);
  const half = lengthOf(box, side) / 2;
  if (dot(normalOf(side), normalOf(farSide)) === -1) {
    const farHalf = lengthOf(far, farSide) / 2;
    const low = Math.max(-half, offset - farHalf);
    const high = Math.min(half, offset + farHalf);
    if (low < high) return (low + high) / 2;
  }
  return Math.max(-half * 0.4, Math.min(half * 0.4, offset * 0.25));
}

type Lanes = Map<string, { source: number; destination: number }>;

/** Arrows between the same two sides run side by side: each gets a lane, mirrored at the far end. */
function laneOffsets(arrows: Arrow[], ends: Map<string, Ends>): Lanes {
  const groups = new Map<string, Arrow[]>();
  for (const arrow of arrows) {
    const chosen = ends.get(arrow.id);
    if (!chosen) continue;
    const [one, other] = [`${arrow.source} ${chosen.source}`, `${arrow.destination} ${chosen.destination}`];
    const key = one < other ? `${one} ${other}` : `${other} ${one}`;
    const group = groups.get(key);
    if (group) group.push(arrow);
    else groups.set(key, [arrow]);
  }
  const offsets: Lanes = new Map();
  for (const [key, group] of groups) {
    // Opposite directions stay together: first all that leave the first box, then all that arrive there.
    group.sort((a, b) => Number(key.startsWith(b.source)) - Number(key.startsWith(a.source)));
    group.forEach((arrow, index) => {
      const chosen = ends.get(arrow.id) as Ends;
      const width = Math.min(laneOf(chosen.source), laneOf(chosen.destination));
      const lane = (index - (group.length - 1) / 2) * width;
      const sign = key.startsWith(arrow.source) ? 1 : -1;
      offsets.set(arrow.id, { source: lane * sign, destination: -lane * sign });
    });
  }
  return offsets;
}

/** Puts every item as near to its wish as the order and the room of its neighbours allow (pooling of neighbours that
 * would overlap). `length` is the usable part of the side; when it is too short, all move together evenly. */
export function spread(items: Item[], length: number): void {
  items.sort((a, b) => a.key - b.key);
  const needed = items.reduce((sum, item) => sum + item.room, 0);
  const scale = needed > length ? length / needed : 1;
  interface Pool {
    items: Item[];
    middle: number;
    width: number;
  }
  const pools: Pool[] = [];
  for (const item of items) {
    let pool: Pool = { items: [item], middle: item.wish, width: item.room * scale };
    for (;;) {
      const room = Math.max(0, (length - pool.width) / 2);
      pool.middle = Math.max(-room, Math.min(room, pool.middle));
      const last = pools.at(-1);
      if (!last || last.middle + last.width / 2 <= pool.middle - pool.width / 2 + 1e-6) break;
      pools.pop();
      pool = joined(last, pool);
    }
    pools.push(pool);
  }
  for (const pool of pools) {
    let at = pool.middle - pool.width / 2;
    for (const item of pool.items) {
      at += (item.room * scale) / 2;
      item.put(at);
      at += (item.room * scale) / 2;
    }
  }

  function joined(a: Pool, b: Pool): Pool {
    const count = a.items.length + b.items.length;
    const middle = (a.middle * a.items.length + b.middle * b.items.length) / count;
    return { items: [...a.items, ...b.items], middle, width: a.width + b.width };
  }
}
