import { type Cubic, distance } from "./curve";
import type { XY } from "./shapes";
import { dot, normalOf, type Side } from "./sides";

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
