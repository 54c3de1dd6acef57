import { placeAnchors } from "./anchors";
import { type Arrow, CROSS_OUT, type Direction, type Drawing, type Ends, GAP, type Gate, type Route } from "./arrows";
import { chooseSides, curveBetween, type World } from "./choose-sides";
import { sampled } from "./curve";
import { placeLabels } from "./labels";
import type { Box, XY } from "./shapes";
import { pointOn, type Side } from "./sides";

const POINTS = 24;
const USUAL: Record<Direction, Side> = { ingress: "left", egress: "right" };
// An open gate is a ring on the border: an arrow that meets it keeps clear of it.
const RING = 9;

/** The way of every arrow between boxes, with its label, and where the pods' gates stand. Pure: the same world gives
 * the same drawing. */
export function draw(world: World): Drawing {
  const chosen = chooseSides(world);
  const anchors = placeAnchors(world, chosen);
  const routes = new Map<string, Route>();
  for (const arrow of world.arrows) {
    const ends = chosen.ends.get(arrow.id);
    if (!ends) continue;
    routes.set(
      arrow.id,
      route(world.boxes, arrow, ends, anchors.source.get(arrow.id) ?? 0, anchors.destination.get(arrow.id) ?? 0),
    );
  }
  placeLabels(world, routes);
  const gates: Drawing["gates"] = new Map();
  for (const id of world.boxes.keys()) {
    const gate = (direction: Direction): Gate => {
      const side = chosen.gates.get(`${id} ${direction}`);
      if (side) return { side, along: anchors.gates.get(`${id} ${direction}`) ?? 0 };
      return usualGate(direction, chosen.gates.get(`${id} ${direction === "ingress" ? "egress" : "ingress"}`));
    };
    gates.set(id, { ingress: gate("ingress"), egress: gate("egress") });
  }
  return { routes, gates };
}

/** A gate nobody is stopped at: in on the left, out on the right, or opposite when the other gate took that side. */
function usualGate(direction: Direction, taken: Side | undefined): Gate {
  const usual = USUAL[direction];
  const side = taken === usual ? (usual === "left" ? "right" : "left") : usual;
  return { side, along: 0 };
}

function route(boxes: Map<string, Box>, arrow: Arrow, ends: Ends, along: number, alongThere: number): Route {
  const source = boxes.get(arrow.source) as Box;
  const destination = boxes.get(arrow.destination) as Box;
  const from = pointOn(source, ends.source, along, outOf(arrow.stopped.source, ends.source, along));
  const to = pointOn(
    destination,
    ends.destination,
    alongThere,
    outOf(arrow.stopped.destination, ends.destination, alongThere),
  );
  const curve = curveBetween(from, ends.source, to, ends.destination);
  const crosses: XY[] = [];
  if (arrow.stopped.source) crosses.push(from);
  if (arrow.stopped.destination) crosses.push(to);
  return { id: arrow.id, ends, curve, points: sampled(curve, POINTS), crosses, label: null, labelAt: 0.5 };
}

function outOf(stopped: boolean, side: Side, along: number): number {
  if (stopped) return CROSS_OUT;
  const meetsRing = (side === "left" || side === "right") && Math.abs(along) < RING;
  return meetsRing ? RING : GAP;
}
