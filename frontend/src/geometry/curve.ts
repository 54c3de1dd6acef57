import type { XY } from "./shapes";

/** A cubic Bézier curve: start, two control points, end. */
export type Cubic = readonly [XY, XY, XY, XY];

export function pointAt(curve: Cubic, t: number): XY {
  const point = { x: 0, y: 0 };
  putPointAt(curve, t, point);
  return point;
}

/** The same, written into a point that is there. */
export function putPointAt(curve: Cubic, t: number, point: { x: number; y: number }): void {
  const a = curve[0];
  const b = curve[1];
  const c = curve[2];
  const d = curve[3];
  const s = 1 - t;
  const p = s * s * s;
  const q = 3 * s * s * t;
  const r = 3 * s * t * t;
  const u = t * t * t;
  point.x = p * a.x + q * b.x + r * c.x + u * d.x;
  point.y = p * a.y + q * b.y + r * c.y + u * d.y;
}

/** `count + 1` points from start to end, evenly spaced in t. */
export function sampled(curve: Cubic, count: number): XY[] {
  return Array.from({ length: count + 1 }, (_, index) => pointAt(curve, index / count));
}

/** The direction of travel at t as an angle, in radians from the x axis. */
export function angleAt(curve: Cubic, t: number): number {
  const before = pointAt(curve, Math.max(0, t - 0.02));
  const after = pointAt(curve, Math.min(1, t + 0.02));
  return Math.atan2(after.y - before.y, after.x - before.x);
}

export function distance(a: XY, b: XY): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

export function lengthOfPath(points: XY[]): number {
  let length = 0;
  for (let i = 1; i < points.length; i++) length += distance(points[i - 1] as XY, points[i] as XY);
  return length;
}

/** The curve between two values of t, as a curve of its own (de Casteljau). */
export function part(curve: Cubic, from: number, to: number): Cubic {
  const start = pointAt(curve, from);
  const end = pointAt(curve, to);
  const scale = (to - from) / 3;
  const out = slopeAt(curve, from);
  const into = slopeAt(curve, to);
  return [
    start,
    { x: start.x + out.x * scale, y: start.y + out.y * scale },
    { x: end.x - into.x * scale, y: end.y - into.y * scale },
    end,
  ];
}

function slopeAt([a, b, c, d]: Cubic, t: number): XY {
  const s = 1 - t;
  const slope = (p: number, q: number, r: number, u: number) =>
    3 * s * s * (q - p) + 6 * s * t * (r - q) + 3 * t * t * (u - r);
  return { x: slope(a.x, b.x, c.x, d.x), y: slope(a.y, b.y, c.y, d.y) };
}

const STEPS = 40;
const walks = new WeakMap<Cubic, Float64Array>();

/** How long the curve is up to each of its samples. Remembered: painting asks for the same curves again and again. */
function walked(curve: Cubic): Float64Array {
  const known = walks.get(curve);
  if (known) return known;
  const points = sampled(curve, STEPS);
  const walk = new Float64Array(STEPS + 1);
  for (let i = 1; i <= STEPS; i++) walk[i] = (walk[i - 1] as number) + distance(points[i - 1] as XY, points[i] as XY);
  walks.set(curve, walk);
  return walk;
}

/** The value of t at which `length` pixels of the curve lie behind (from the start) or, for negative `length`, ahead. */
export function reach(curve: Cubic, length: number): number {
  const walk = walked(curve);
  const whole = walk[STEPS] as number;
  if (Math.abs(length) > whole) return length < 0 ? 0 : 1;
  const wanted = length < 0 ? whole + length : length;
  const next = Math.max(
    1,
    walk.findIndex((way) => way >= wanted),
  );
  const [before, after] = [walk[next - 1] as number, walk[next] as number];
  return (next - 1 + (after > before ? (wanted - before) / (after - before) : 0)) / STEPS;
}

export function sameCurve(a: Cubic, b: Cubic): boolean {
  return a === b || a.every((point, index) => point.x === b[index]?.x && point.y === b[index]?.y);
}

/** Between two curves: 0 is the first, 1 the second. */
export function between(from: Cubic, to: Cubic, share: number): Cubic {
  const mix = (a: XY, b: XY): XY => ({ x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share });
  return [mix(from[0], to[0]), mix(from[1], to[1]), mix(from[2], to[2]), mix(from[3], to[3])];
}

/** How often two polylines cross. */
export function crossings(a: XY[], b: XY[]): number {
  let count = 0;
  for (let i = 1; i < a.length; i++) {
    const [p, q] = [a[i - 1] as XY, a[i] as XY];
    for (let j = 1; j < b.length; j++) if (cross(p, q, b[j - 1] as XY, b[j] as XY)) count++;
  }
  return count;
}

function cross(p: XY, q: XY, r: XY, s: XY): boolean {
  const turn = (a: XY, b: XY, c: XY) => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
  return turn(p, q, r) * turn(p, q, s) < 0 && turn(r, s, p) * turn(r, s, q) < 0;
}

/** The shortest distance from a point to the segment from `a` to `b`. */
export function toSegment(point: XY, a: XY, b: XY): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const squared = dx * dx + dy * dy;
  const t = squared === 0 ? 0 : Math.max(0, Math.min(1, ((point.x - a.x) * dx + (point.y - a.y) * dy) / squared));
  return Math.hypot(point.x - a.x - t * dx, point.y - a.y - t * dy);
}
