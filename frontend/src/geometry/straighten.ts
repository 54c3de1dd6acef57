import { type Arrow, type Ends, laneOf } from "./arrows";
import type { Box } from "./shapes";
import { dot, lengthOf, middleOf, normalOf, pointOn, type Side, tangentOf } from "./sides";
import type { World } from "./world";

// A line that is nearly straight looks like a mistake; further apart a curve is meant.
const NEARLY = 30;
// How close two ends may come while one of them gives way.
const CLOSE = 0.55;

type Along = Map<string, number>;
interface Placed {
  source: Along;
  destination: Along;
  gates: Along;
}

/** Moves one end of each nearly straight arrow so that it is straight, where its neighbours leave the room. */
export function straighten(world: World, ends: Map<string, Ends>, anchors: Placed): void {
  const taken = takenPlaces(world.arrows, ends, anchors);
  for (const arrow of world.arrows) {
    const chosen = ends.get(arrow.id);
    if (!chosen || dot(normalOf(chosen.source), normalOf(chosen.destination)) !== -1) continue;
    const moves: [Along, string, Side, Box, number][] = [];
    const source = world.boxes.get(arrow.source) as Box;
    const destination = world.boxes.get(arrow.destination) as Box;
    const from = anchors.source.get(arrow.id) ?? 0;
    const to = anchors.destination.get(arrow.id) ?? 0;
    if (!arrow.stopped.destination) {
      const wanted = opposite(source, chosen.source, from, destination, chosen.destination);
      moves.push([anchors.destination, arrow.destination, chosen.destination, destination, wanted]);
    }
    if (!arrow.stopped.source) {
      const wanted = opposite(destination, chosen.destination, to, source, chosen.source);
      moves.push([anchors.source, arrow.source, chosen.source, source, wanted]);
    }
    for (const [along, end, side, box, wanted] of moves) {
      const now = along.get(arrow.id) ?? 0;
      if (now === wanted || Math.abs(now - wanted) > NEARLY) break;
      if (!free(taken.get(`${end} ${side}`) ?? [], now, wanted, lengthOf(box, side) / 2 - 10, laneOf(side) * CLOSE))
        continue;
      along.set(arrow.id, wanted);
      const places = taken.get(`${end} ${side}`) ?? [];
      places[places.indexOf(now)] = wanted;
      break;
    }
  }
}

/** The place on the far side that lies exactly opposite. */
function opposite(box: Box, side: Side, along: number, far: Box, farSide: Side): number {
  const at = pointOn(box, side, along);
  const middle = middleOf(far, farSide);
  return dot({ x: at.x - middle.x, y: at.y - middle.y }, tangentOf(farSide));
}

function free(places: number[], now: number, wanted: number, limit: number, room: number): boolean {
  if (Math.abs(wanted) > limit) return false;
  const others = places.filter((place) => place !== now);
  return others.every((place) => Math.abs(place - wanted) >= room && place < now === place < wanted);
}

function takenPlaces(arrows: Arrow[], ends: Map<string, Ends>, anchors: Placed): Map<string, number[]> {
  const taken = new Map<string, number[]>();
  const add = (key: string, place: number) => {
    const places = taken.get(key) ?? [];
    if (!places.includes(place)) places.push(place);
    taken.set(key, places);
  };
  for (const arrow of arrows) {
    const chosen = ends.get(arrow.id);
    if (!chosen) continue;
    add(`${arrow.source} ${chosen.source}`, anchors.source.get(arrow.id) ?? 0);
    add(`${arrow.destination} ${chosen.destination}`, anchors.destination.get(arrow.id) ?? 0);
  }
  return taken;
}
