import type { Outcome } from "@/geometry/arrows";
import { angleAt, type Cubic, part, reach } from "@/geometry/curve";
import type { Box } from "@/geometry/shapes";
import { colourOf } from "./colours";
import { begin, inView, type PaintedArrow, type Scene, sideOutcome, type View } from "./scene";

const WIDTH = 2;
const LIVELY_WIDTH = 3;
const FAINT_WIDTH = 1.3;
const HEAD = 11;
const CROSS_CLEAR = 8;
const DIMMED = 0.16;
const STALE = 0.45;
// Far out there are many lines on little ground: they let each other shine through.
const FAR = 0.3;
const SPARSE = 0.6;
// Far out the titles have another shape.
const TITLES_FROM = 0.5;

/** Paints every arrow's line and head: the layer between frames and pods. */
export function paintLines(canvas: HTMLCanvasElement, scene: Scene, view: View): void {
  const context = begin(canvas, view);
  if (!context) return;
  // Lines stay visible far out: they do not become thinner than a pixel and a bit.
  const far = view.zoom < FAR;
  const thin = Math.max(1, (far ? 0.9 : 1.3) / (WIDTH * view.zoom));
  const inOrder = [...scene.arrows].sort((a, b) => Number(a.lively) - Number(b.lively));
  for (const painted of inOrder) {
    if (!inView(view, painted.route)) continue;
    context.globalAlpha = (painted.dimmed ? DIMMED : far && !painted.lively ? SPARSE : 1) * (scene.stale ? STALE : 1);
    paintArrow(context, scene, painted, thin);
  }
  context.globalAlpha = 1;
  if (view.zoom >= TITLES_FROM) cutOut(context, scene.titles);
}

/** The frames lie below this layer, their titles too: cut out of it, the lines seem to run beneath them. */
function cutOut(context: CanvasRenderingContext2D, titles: Box[]): void {
  context.globalCompositeOperation = "destination-out";
  for (const { x, y, width, height } of titles) {
    context.beginPath();
    context.roundRect(x, y, width, height, 8);
    context.fill();
  }
  context.globalCompositeOperation = "source-over";
}

function paintArrow(context: CanvasRenderingContext2D, scene: Scene, painted: PaintedArrow, thin: number): void {
  const { arrow, route, lively, selected } = painted;
  const width = (lively ? LIVELY_WIDTH : arrow.faint ? FAINT_WIDTH : WIDTH) * thin;
  const head = HEAD * Math.min(1.6, thin) * (lively ? 1.15 : 1);
  const from = arrow.stopped.source ? reach(route.curve, CROSS_CLEAR) : 0;
  const to = reach(route.curve, arrow.stopped.destination ? -CROSS_CLEAR : -(head - 2));
  if (selected) stroke(context, route.curve, scene.colours.accent, width + 6, [], 0.22);
  if (lively && painted.verdict) {
    const half = (from + to) / 2;
    const [tail, tip] = [sideOutcome(painted, "egress"), sideOutcome(painted, "ingress")];
    line(context, scene, part(route.curve, from, half), tail, width);
    line(context, scene, part(route.curve, half, to), tip, width);
    if (!arrow.stopped.destination) arrowHead(context, route.curve, colourOf(scene.colours, tip), head);
    return;
  }
  if (arrow.faint) stroke(context, part(route.curve, from, to), colourOf(scene.colours, arrow.outcome), width, [2, 4]);
  else line(context, scene, part(route.curve, from, to), arrow.outcome, width);
  if (!arrow.stopped.destination) arrowHead(context, route.curve, colourOf(scene.colours, arrow.outcome), head);
}

function line(context: CanvasRenderingContext2D, scene: Scene, curve: Cubic, outcome: Outcome, width: number): void {
  if (outcome === "mixed") {
    // Neither colour alone: stretches of both, one after the other.
    const { allow, deny } = scene.colours;
    stroke(context, curve, allow, width, [8 * width, 8 * width]);
    stroke(context, curve, deny, width, [2.5 * width, 1.5 * width, 2.5 * width, 9.5 * width], 1, -8 * width);
    return;
  }
  const dashes: Record<Outcome, number[]> = {
    allowed: [],
    blocked: [7, 5],
    undefined: [0.1, width * 2.6],
    unknown: [],
    mixed: [],
  };
  stroke(
    context,
    curve,
    colourOf(scene.colours, outcome),
    outcome === "undefined" ? width * 1.3 : width,
    dashes[outcome],
  );
}

function stroke(
  context: CanvasRenderingContext2D,
  [from, one, two, to]: Cubic,
  colour: string,
  width: number,
  dash: number[],
  alpha = 1,
  offset = 0,
): void {
  const before = context.globalAlpha;
  context.globalAlpha = before * alpha;
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.lineCap = dash.length === 2 && (dash[0] ?? 0) < 1 ? "round" : "butt";
  context.setLineDash(dash);
  context.lineDashOffset = offset;
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.bezierCurveTo(one.x, one.y, two.x, two.y, to.x, to.y);
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = before;
}

function arrowHead(context: CanvasRenderingContext2D, curve: Cubic, colour: string, size: number): void {
  const tip = curve[3];
  const angle = angleAt(curve, reach(curve, -size / 2));
  context.save();
  context.translate(tip.x, tip.y);
  context.rotate(angle);
  context.fillStyle = colour;
  context.beginPath();
  context.moveTo(0, 0);
  context.lineTo(-size, -size * 0.44);
  context.quadraticCurveTo(-size * 0.8, 0, -size, size * 0.44);
  context.closePath();
  context.fill();
  context.restore();
}
