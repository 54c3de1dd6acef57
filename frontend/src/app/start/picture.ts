/** The geometry of an example's little picture, in the canvas pixels of its board. */
import type { Preview } from "@/wire/messages";

export const BOX = { width: 168, height: 68 };
const MARGIN = 34;
const HEAD = 22;
/** Pictures of two or three boxes are not blown up beyond this. */
const LEAST_WIDTH = 640;

export type Arrow = { key: string; allowed: boolean | null; path: string; head: string };

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

/** One line for each pair of boxes and verdict: several ports that fare alike look like one arrow at this size. */
export function arrowsOf(preview: Preview): Arrow[] {
  const boxes = new Map(preview.boxes.map((box) => [box.id, { x: box.x, y: box.y, ...BOX }]));
  const drawn = new Map<string, Arrow>();
  for (const { source, destination, allowed } of preview.connections) {
    const from = boxes.get(source);
    const to = boxes.get(destination);
    const key = `${source} ${destination} ${allowed}`;
    if (!from || !to || drawn.has(key)) continue;
    const twin = drawn.has(`${source} ${destination} ${!allowed}`);
    drawn.set(key, { key, allowed, ...curve(from, to, twin ? 0.3 : 0.12) });
  }
  return [...drawn.values()];
}

/** A curve from the edge of one box to the edge of another, bent to its left by a part of its length: so an arrow
 * and its way back do not cover each other. */
function curve(from: Rect, to: Rect, bend: number): { path: string; head: string } {
  const start = centre(from);
  const end = centre(to);
  const across = { x: end.y - start.y, y: start.x - end.x };
  const middle = { x: (start.x + end.x) / 2 + across.x * bend, y: (start.y + end.y) / 2 + across.y * bend };
  const tail = edge(from, middle, 4);
  const tip = edge(to, middle, 6);
  const length = Math.hypot(tip.x - middle.x, tip.y - middle.y) || 1;
  const along = { x: (tip.x - middle.x) / length, y: (tip.y - middle.y) / length };
  const neck = { x: tip.x - along.x * HEAD, y: tip.y - along.y * HEAD };
  const half = { x: -along.y * HEAD * 0.45, y: along.x * HEAD * 0.45 };
  return {
    path: `M${at(tail)}Q${at(middle)} ${at(neck)}`,
    head: `M${at(tip)}L${at({ x: neck.x + half.x, y: neck.y + half.y })}L${at({ x: neck.x - half.x, y: neck.y - half.y })}Z`,
  };
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
