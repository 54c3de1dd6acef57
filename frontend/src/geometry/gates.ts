import type { Anchors } from "./anchors";
import { type Direction, GAP, type Gate } from "./arrows";
import type { Box } from "./shapes";
import { pointOn, type Side } from "./sides";
import type { Chosen, World } from "./world";

const USUAL: Record<Direction, Side> = { ingress: "left", egress: "right" };

/** How far outside the card an arrow ends that meets a gate, and how far along the side the gate reaches. */
const RING = { out: 9, reach: 9 };
const LOCK = { out: 27, reach: 13 };
/** The lock of a shut gate. It stands so far outside the border that it covers none of the card's labels. */
const LOCK_SIZE = { width: 30, height: 24 };
const UPRIGHT = 6;
const SIDEWAYS = 10;

export type Gates = Map<string, Record<Direction, Gate>>;

/** The two gates of every card. A gate at which arrows are stopped stands where they meet; any other at its usual
 * place: in on the left, out on the right, or opposite when the other gate took that side. */
export function placeGates(world: World, chosen: Chosen, anchors: Anchors): Gates {
  const gates: Gates = new Map();
  for (const id of world.boxes.keys()) {
    const gate = (direction: Direction, other: Direction): Gate => {
      const side = chosen.gates.get(`${id} ${direction}`);
      if (side) return { side, along: anchors.gates.get(`${id} ${direction}`) ?? 0 };
      const usual = USUAL[direction];
      const taken = chosen.gates.get(`${id} ${other}`) === usual;
      return { side: taken ? USUAL[other] : usual, along: 0 };
    };
    gates.set(id, { ingress: gate("ingress", "egress"), egress: gate("egress", "ingress") });
  }
  return gates;
}

/** From a card's border out to the middle of the lock of a shut gate. */
export function lockOut(side: Side): number {
  return side === "left" || side === "right" ? SIDEWAYS : UPRIGHT;
}

/** Where the locks of all shut gates stand. */
export function locksOf({ boxes, shut }: World, gates: Gates): Box[] {
  const { width, height } = LOCK_SIZE;
  return [...(shut ?? [])].flatMap((key) => {
    const [id, direction] = key.split(" ") as [string, Direction];
    const [box, gate] = [boxes.get(id), gates.get(id)?.[direction]];
    if (!box || !gate) return [];
    const { x, y } = pointOn(box, gate.side, gate.along, lockOut(gate.side));
    return [{ x: x - width / 2, y: y - height / 2, width, height }];
  });
}

/** How far outside a card an arrow begins or ends: it keeps clear of a gate that it passes through. */
export function clearance(world: World, gates: Gates, id: string, side: Side, along: number): number {
  const both = gates.get(id);
  let out = GAP;
  for (const direction of ["ingress", "egress"] as const) {
    const gate = both?.[direction];
    const { reach, out: clear } = world.shut?.has(`${id} ${direction}`) ? LOCK : RING;
    if (gate?.side === side && Math.abs(gate.along - along) < reach) out = Math.max(out, clear);
  }
  return out;
}
