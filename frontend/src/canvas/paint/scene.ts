import type { Arrow, Outcome, Route } from "@/geometry/arrows";
import type { Box } from "@/geometry/shapes";
import type { ConnectionVerdict } from "@/wire/messages";
import type { Colours } from "./colours";

/** One arrow with everything that painting it needs. */
export interface PaintedArrow {
  arrow: Arrow;
  route: Route;
  verdict: ConnectionVerdict | undefined;
  /** Selected, hovered or walked to: it stands out, and its halves show the two sides' verdicts. */
  lively: boolean;
  selected: boolean;
  /** Something else stands out: this one steps back. */
  dimmed: boolean;
}

export interface Scene {
  arrows: PaintedArrow[];
  /** Frame titles, which lines run beneath. */
  titles: Box[];
  colours: Colours;
  /** The verdicts are those of the last good state. */
  stale: boolean;
}

export interface View {
  x: number;
  y: number;
  zoom: number;
  width: number;
  height: number;
  ratio: number;
}

/** The view's part of the board, with room for labels. */
export function inView({ x, y, zoom, width, height }: View, { points }: Route): boolean {
  const [left, top] = [-x / zoom - 60, -y / zoom - 60];
  const [right, bottom] = [left + width / zoom + 120, top + height / zoom + 120];
  let [west, east, north, south] = [true, true, true, true];
  for (const point of points) {
    west &&= point.x < left;
    east &&= point.x > right;
    north &&= point.y < top;
    south &&= point.y > bottom;
  }
  return !(west || east || north || south);
}

/** Readies a canvas element of the view's size for board coordinates, cleared. Sharp on every screen. */
export function begin(canvas: HTMLCanvasElement, view: View): CanvasRenderingContext2D | null {
  const [width, height] = [Math.round(view.width * view.ratio), Math.round(view.height * view.ratio)];
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  const context = canvas.getContext("2d");
  if (!context) return null;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width, height);
  const scale = view.zoom * view.ratio;
  context.setTransform(scale, 0, 0, scale, view.x * view.ratio, view.y * view.ratio);
  return context;
}

/** The outcome of one side alone. An outside address has no side: its half takes the whole arrow's outcome. */
export function sideOutcome(painted: PaintedArrow, side: "egress" | "ingress"): Outcome {
  const judged = painted.verdict?.[side];
  if (!judged) return painted.arrow.outcome;
  if (judged.allowed === null) return "undefined";
  return judged.allowed ? "allowed" : "blocked";
}
