import type { Box } from "@/geometry/shapes";
import { labelTexts } from "@/model/places";
import type { NamespaceRecord } from "@/model/records";

/** How many labels a frame's title shows. */
export const TITLE_LABELS = 2;
const NAME = "600 13px 'Inter Variable', Inter, system-ui, sans-serif";
const LABEL = "400 11px 'JetBrains Mono Variable', 'JetBrains Mono', ui-monospace, Menlo, monospace";
// Measures of frame.css.
const PAD = 20;
const GAP = 6;
const CHIP = { pad: 12, widest: 150 };

let context: CanvasRenderingContext2D | null = null;
const widths = new Map<string, number>();

/** Where a frame's title stands, measured without asking the page: arrows are kept from running over it. */
export function titleBox(
  { name, labels, width }: Pick<NamespaceRecord, "name" | "labels" | "width">,
  x: number,
  y: number,
): Box {
  const texts = labelTexts(labels);
  let wanted = PAD + Math.max(24, measured(NAME, name));
  for (const text of texts.slice(0, TITLE_LABELS)) {
    wanted += GAP + Math.min(CHIP.widest, measured(LABEL, text) + CHIP.pad);
  }
  if (texts.length > TITLE_LABELS) wanted += GAP + measured(NAME, "+9");
  return { x: x + 17, y: y - 13, width: Math.min(wanted, width - 32), height: 27 };
}

function measured(font: string, text: string): number {
  const key = `${font} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  context ??= document.createElement("canvas").getContext("2d");
  if (!context) return text.length * 7;
  context.font = font;
  const width = context.measureText(text).width;
  if (document.fonts.check(font)) widths.set(key, width);
  return width;
}
