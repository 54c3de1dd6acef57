import { type Anchors, placeAnchors } from "./anchors";
import { type Arrow, CROSS_OUT, type Drawing, type Ends, type Route } from "./arrows";
import { curveBetween } from "./between";
import { chooseSides } from "./choose-sides";
import { sameCurve, sampled } from "./curve";
import { clearance, type Gates, locksOf, placeGates } from "./gates";
import { placeLabels } from "./labels";
import type { Box, XY } from "./shapes";
import { pointOn, type Side } from "./sides";
import type { World } from "./world";

const POINTS = 24;

/** The way of every arrow between boxes, with its label, and where the pods' gates stand. Pure: the same world gives
 * the same drawing. */
export function draw(world: World): Drawing {
  const chosen = chooseSides(world);
  const anchors = placeAnchors(world, chosen);
  const gates = placeGates(world, chosen, anchors);
  const routes = new Map<string, Route>();
  for (const arrow of world.arrows) {
    const ends = chosen.ends.get(arrow.id);
    if (ends) routes.set(arrow.id, route(world, gates, arrow, ends, anchors));
  }
  placeLabels(world, routes, locksOf(world, gates));
  return { routes, gates };
}

function route(world: World, gates: Gates, arrow: Arrow, ends: Ends, anchors: Anchors): Route {
  const end = (id: string, side: Side, along: number, stopped: boolean): XY =>
    pointOn(world.boxes.get(id) as Box, side, along, stopped ? CROSS_OUT : clearance(world, gates, id, side, along));
  const { source, destination, stopped } = arrow;
  const from = end(source, ends.source, anchors.source.get(arrow.id) ?? 0, stopped.source);
  const to = end(destination, ends.destination, anchors.destination.get(arrow.id) ?? 0, stopped.destination);
  const crosses: XY[] = [];
  if (stopped.source) crosses.push(from);
  if (stopped.destination) crosses.push(to);
  const made = curveBetween(from, ends.source, to, ends.destination);
  const before = world.before?.get(arrow.id);
  // The same object where nothing moved: what was worked out for it is not worked out again.
  const same = before?.curve && sameCurve(before.curve, made) ? before : null;
  const curve = same?.curve ?? made;
  const points = same?.points ?? sampled(curve, POINTS);
  return { id: arrow.id, ends, curve, points, crosses, label: null, labelAt: 0.5 };
}
