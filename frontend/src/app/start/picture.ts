/** The geometry of an example's little picture, in the canvas pixels of its board. */
import type { Preview } from "@/wire/messages";

export const BOX = { width: 168, height: 68 };
const MARGIN = 26;
/** Pictures of two or three boxes are not blown up beyond this. */
const LEAST_WIDTH = 640;
/** How far an arrow bends to its left, in parts of its length; the first that runs behind no box is taken. */
const BENDS = [0.12, 0.34, -0.34, -0.5, 0.5];

export type Arrow = { key: string; allowed: boolean | null; quiet: boolean; path: string; head: string };

type Point = { x: number; y: number };
type Rect = { x: number; y: number; width: number; height: number };

export function boundsOfPreview({ namespaces, boxes }: Preview): Rect {
  const rects = [...namespaces, ...boxes.map(({ x, y }) => ({ x, y, ...BOX }))];
  if (rects.length === 0) return { x: 0, y: 0, width: LEAST_WIDTH, height: LEAST_WIDTH / 2 };
  const left = Math.min(...rects.map(({ x }) => x)) - MARGIN;
  const top = Math.min(...rects.map(({ y }) => y)) - MARGIN;
  const width = Math.max(...rects.map((rect) => rect.x + rect.width)) + MARGIN - left;
  const height = Math.max(...rects.map((rect) => rect.y + rect.height)) + MARGIN - top;
  const spare = Math.max(0, LEAST_WIDTH - width);
  return { x: left - spare / 2, y: top, width: width + spare, height };
}

/** The positions, in the list of connections, of those that do not fare alike in all of these previews. Previews of
 * one cluster under several policies list the same connections in the same order. */
export function telling(previews: readonly Preview[]): ReadonlySet<number> {
  const [first, ...others] = previews;
  const positions = first?.connections.map((_, index) => index) ?? [];
  return new Set(
    positions.filter((index) =>
      others.some(({ connections }) => connections[index]?.allowed !== first?.connections[index]?.allowed),
    ),
  );
}

/** One line for each pair of boxes and verdict: several ports that fare alike look like one arrow at this size.
 * Where `loud` is given, all other arrows are quiet. */
export function arrowsOf(preview: Preview, loud?: ReadonlySet<number>): Arrow[] {
  const boxes = new Map(preview.boxes.map((box) => [box.id, { x: box.x, y: box.y, ...BOX }]));
  const head = boundsOfPreview(preview).height * 0.042;
  const drawn = new Map<string, Arrow>();
  preview.connections.forEach(({ source, destination, allowed }, index) => {
    const from = boxes.get(source);
    const to = boxes.get(destination);
    const key = `${source} ${destination} ${allowed}`;
    if (!from || !to || drawn.has(key)) return;
    const others = [...boxes.values()].filter((box) => box !== from && box !== to);
    const bends = drawn.has(`${source} ${destination} ${!allowed}`) ? BENDS.slice(1) : BENDS;
    const bend = bends.find((each) => !hits(others, from, to, each)) ?? BENDS[0] ?? 0;
    const quiet = loud !== undefined && !loud.has(index);
    drawn.set(key, { key, allowed, quiet, ...curve(from, to, bend, head) });
  });
  return [...drawn.values()];
}

/** Whether the curve runs behind one of `others`. */
function hits(others: Rect[], from: Rect, to: Rect, bend: number): boolean {
  const start = centre(from);
  const end = centre(to);
  const middle = bent(start, end, bend);
  return [0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85].some((t) => {
    const x = (1 - t) ** 2 * start.x + 2 * t * (1 - t) * middle.x + t ** 2 * end.x;
    const y = (1 - t) ** 2 * start.y + 2 * t * (1 - t) * middle.y + t ** 2 * end.y;
    return others.some((box) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height);
  });
}

function bent(start: Point, end: Point, bend: number): Point {
  const across = { x: end.y - start.y, y: start.x - end.x };
  return { x: (start.x + end.x) / 2 + across.x * bend, y: (start.y + end.y) / 2 + across.y * bend };
}

/** A curve from the edge of one box to the edge of another, bent to its left by a part of its length: so an arrow
 * and its way back do not cover each other. */
function curve(from: Rect, to: Rect, bend: number, size: number): { path: string; head: string } {
  const start = centre(from);
  const end = centre(to);
  const middle = bent(start, end, bend);
  const tail = edge(from, middle, 4);
  const tip = edge(to, middle, 6);
  const length = Math.hypot(tip.x - middle.x, tip.y - middle.y) || 1;
  const along = { x: (tip.x - middle.x) / length, y: (tip.y - middle.y) / length };
  const neck = { x: tip.x - along.x * size, y: tip.y - along.y * size };
  const half = { x: -along.y * size * 0.45, y: along.x * size * 0.45 };
  const left = { x: neck.x + half.x, y: neck.y + half.y };
  const right = { x: neck.x - half.x, y: neck.y - half.y };
  return { path: `M${at(tail)}Q${at(middle)} ${at(neck)}`, head: `M${at(tip)}L${at(left)}L${at(right)}Z` };
}

function centre({ x, y, width, height }: Rect): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/** Where the line from the box's centre towards a point leaves the box, and `gap` further on. */
function edge(box: Rect, towards: Point, gap: number): Point {
  const from = centre(box);
  const dx = towards.x - from.x;
  const dy = towards.y - from.y;
  const length = Math.hypot(dx, dy) || 1;
  const reach = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : box.width / 2 / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : box.height / 2 / Math.abs(dy),
  );
  return { x: from.x + dx * reach + (dx / length) * gap, y: from.y + dy * reach + (dy / length) * gap };
}

function at({ x, y }: Point): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
