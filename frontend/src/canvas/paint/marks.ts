import type { Outcome } from "@/geometry/arrows";
import type { Box, XY } from "@/geometry/shapes";
import { type Colours, colourOf } from "./colours";
import { begin, inView, type PaintedArrow, type Scene, type View } from "./scene";

// Below this zoom the ports cannot be read any more; those that stand out keep their labels.
export const LABELS_FROM = 0.5;
const DIMMED = 0.2;
// Of more arrows that only could be, labels would hide the ones that are.
const FAINT_LABELS = 24;
const CROSS = 10;
// Further out the marks shrink less than the board, so that ports stay readable.
const READABLE = { zoom: 0.82, most: 1.35 };

/** Paints port labels and crosses: the layer above everything on the board. */
export function paintMarks(canvas: HTMLCanvasElement, scene: Scene, view: View): void {
  const context = begin(canvas, view);
  if (!context) return;
  context.lineCap = "round";
  context.lineJoin = "round";
  const size = Math.min(READABLE.most, Math.max(1, READABLE.zoom / view.zoom));
  const inOrder = [...scene.arrows].sort((a, b) => Number(a.lively) - Number(b.lively));
  for (const painted of inOrder) {
    if (!inView(view, painted.route)) continue;
    context.globalAlpha = painted.dimmed ? DIMMED : 1;
    for (const at of painted.route.crosses) around(context, at, size, () => paintCross(context, scene, at, painted));
  }
  const crowded = inOrder.filter(({ arrow }) => arrow.faint).length > FAINT_LABELS;
  for (const painted of inOrder) {
    const { label } = painted.route;
    if (painted.arrow.faint && crowded && !painted.lively) continue;
    if (!label || !inView(view, painted.route) || (view.zoom < LABELS_FROM && !painted.lively)) continue;
    context.globalAlpha = painted.dimmed ? DIMMED : 1;
    const middle = { x: label.x + label.width / 2, y: label.y + label.height / 2 };
    around(context, middle, size, () => paintLabel(context, scene, painted, label));
  }
  context.globalAlpha = 1;
}

/** Paints larger than the board's scale, around a point that stays where it is. */
function around(context: CanvasRenderingContext2D, { x, y }: XY, size: number, paint: () => void): void {
  context.save();
  context.translate(x * (1 - size), y * (1 - size));
  context.scale(size, size);
  paint();
  context.restore();
}

function paintLabel(context: CanvasRenderingContext2D, scene: Scene, painted: PaintedArrow, box: Box): void {
  const { colours, stale } = scene;
  const { arrow, lively, selected } = painted;
  const colour = stale ? colours.muted : colourOf(colours, arrow.outcome);
  context.fillStyle = selected ? colour : colours.panel;
  context.strokeStyle = colour;
  context.lineWidth = lively ? 1.8 : 1.1;
  context.beginPath();
  context.roundRect(box.x, box.y, box.width, box.height, 7);
  context.fill();
  if (arrow.faint && !lively) context.setLineDash([2, 3]);
  context.stroke();
  context.setLineDash([]);
  const ink = selected ? colours.onMark : colour;
  const mark = { x: box.x + 13, y: box.y + box.height / 2 };
  if (arrow.outcome === "mixed") halves(context, colours, mark);
  else glyph(context, arrow.outcome, mark, 3.4, ink, 1.7);
  context.fillStyle = ink;
  context.font = `600 11px ${colours.mono}`;
  context.textBaseline = "middle";
  context.textAlign = "left";
  context.fillText(arrow.text, box.x + 22, box.y + box.height / 2 + 0.5);
}

/** A disc in two colours: some pass, some do not. */
function halves(context: CanvasRenderingContext2D, { allow, deny }: Colours, { x, y }: XY): void {
  for (const [colour, from] of [
    [allow, Math.PI / 2],
    [deny, -Math.PI / 2],
  ] as const) {
    context.fillStyle = colour;
    context.beginPath();
    context.arc(x, y, 5, from, from + Math.PI);
    context.fill();
  }
}

function paintCross(context: CanvasRenderingContext2D, { colours, stale }: Scene, at: XY, painted: PaintedArrow): void {
  context.fillStyle = colours.canvas;
  disc(context, at, CROSS + 2.5);
  context.fillStyle = stale ? colours.muted : colours.deny;
  disc(context, at, painted.lively ? CROSS + 1 : CROSS);
  glyph(context, "blocked", at, 3.6, colours.onMark, 2);
}

function disc(context: CanvasRenderingContext2D, { x, y }: XY, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
}

/** Tick, cross, question mark or dash, as strokes: never by colour alone, and the same with every font. */
function glyph(
  context: CanvasRenderingContext2D,
  outcome: Outcome,
  at: XY,
  size: number,
  ink: string,
  width: number,
): void {
  context.strokeStyle = ink;
  context.lineWidth = width;
  if (outcome === "undefined") {
    context.fillStyle = ink;
    context.font = `700 ${size * 3.2}px sans-serif`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillText("?", at.x, at.y + 0.5);
    return;
  }
  context.beginPath();
  if (outcome === "allowed") {
    context.moveTo(at.x - size, at.y + size * 0.1);
    context.lineTo(at.x - size * 0.25, at.y + size * 0.8);
    context.lineTo(at.x + size, at.y - size * 0.8);
  } else if (outcome === "blocked") {
    context.moveTo(at.x - size * 0.85, at.y - size * 0.85);
    context.lineTo(at.x + size * 0.85, at.y + size * 0.85);
    context.moveTo(at.x + size * 0.85, at.y - size * 0.85);
    context.lineTo(at.x - size * 0.85, at.y + size * 0.85);
  } else {
    context.moveTo(at.x - size, at.y);
    context.lineTo(at.x + size, at.y);
  }
  context.stroke();
}
