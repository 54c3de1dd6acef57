import { type Arrow, CROSS_OUT, type Ends, GAP } from "./arrows";
import { curveBetween } from "./between";
import { boxesIn } from "./boxes-in";
import { type Cubic, putPointAt, sampled } from "./curve";
import { type Box, boundsOf, contains, grown, overlap, type XY } from "./shapes";
import { dot, middleOf, normalOf, pointOn, type Side } from "./sides";
import type { World } from "./world";

const SAMPLES = 16;
const COST = { through: 240, throughOwn: 240, throughTitle: 14, away: 46 };

export interface Obstacles {
  boxes: Box[];
  titles: Box[];
}

/** The boxes and titles that an arrow between these two could run into. */
export function obstaclesNear({ boxes, titles }: World, arrow: Arrow): Obstacles {
  const own = [boxes.get(arrow.source) as Box, boxes.get(arrow.destination) as Box];
  const area = grown(boundsOf(own) as Box, 160);
  const others = boxesIn(boxes, area).flatMap(([id, box]) =>
    id !== arrow.source && id !== arrow.destination && overlap(box, area) > 0 ? [grown(box, 9)] : [],
  );
  return { boxes: others, titles: titles.filter((title) => overlap(title, area) > 0) };
}

/** What a way costs, in pixels of detour that would be taken to avoid it. */
export function wayCost(world: World, arrow: Arrow, ends: Ends, near: Obstacles): number {
  const curve = roughCurve(world, arrow, ends);
  const source = world.boxes.get(arrow.source) as Box;
  const destination = world.boxes.get(arrow.destination) as Box;
  let cost = away(source, ends.source, destination) + away(destination, ends.destination, source);
  // One point for all: thousands of ways are weighed for a drawing.
  const point = { x: 0, y: 0 };
  let before = curve[0];
  for (let step = 0; step <= SAMPLES; step++) {
    putPointAt(curve, step / SAMPLES, point);
    cost += Math.hypot(point.x - before.x, point.y - before.y);
    before = step === 0 ? { ...point } : Object.assign(before, point);
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

/** About where an arrow would run, before it is known which place along its sides it gets. */
export function roughPath(world: World, arrow: Arrow, ends: Ends): XY[] {
  return sampled(roughCurve(world, arrow, ends), SAMPLES);
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
