import type { Box } from "@/geometry/shapes";
import { labelTexts } from "@/model/places";
import type { NamespaceRecord } from "@/model/records";
import type { NamedPolicy } from "./build-nodes";

/** How many labels a frame's title shows. */
export const TITLE_LABELS = 2;
const NAME = "600 13px 'Inter Variable', Inter, system-ui, sans-serif";
const LABEL = "400 11px 'JetBrains Mono Variable', 'JetBrains Mono', ui-monospace, Menlo, monospace";
const POLICY = "500 12px 'Inter Variable', Inter, system-ui, sans-serif";
// Measures of frame.css.
const EDGE = 16;
const PAD = 20;
const FOLD = 20;
const GAP = 6;
const CHIP = { pad: 12, widest: 150 };
const POLICY_CHIP = { pad: 37, widest: 170 };
const MORE = 34;

let context: CanvasRenderingContext2D | null = null;
const widths = new Map<string, number>();

/** Where a frame's title and the chips of its policies stand, measured without asking the page: arrows are kept from
 * running over them. */
export function titleBoxes(
  record: Pick<NamespaceRecord, "name" | "labels">,
  policies: readonly NamedPolicy[],
  width: number,
  x: number,
  y: number,
): Box[] {
  const title = Math.min(titleWidth(record), width - 2 * EDGE);
  const boxes = [{ x: x + EDGE + 1, y: y - 13, width: title, height: 27 }];
  let at = x + EDGE + 1 + title + GAP;
  for (const chip of policyChips(record, policies, width)) {
    boxes.push({ x: at, y: y - 13, width: chip.width, height: 27 });
    at += chip.width + GAP;
  }
  return boxes;
}

/** The policies that have a chip on the frame, as many as there is room for; the last may stand for all others. */
export function policyChips(
  record: Pick<NamespaceRecord, "name" | "labels">,
  policies: readonly NamedPolicy[],
  width: number,
): { policy: NamedPolicy | null; more: number; width: number }[] {
  const chips: { policy: NamedPolicy | null; more: number; width: number }[] = [];
  let room = width - 2 * EDGE - Math.min(titleWidth(record), width - 2 * EDGE);
  for (const [index, policy] of policies.entries()) {
    const left = policies.length - index;
    const wanted = Math.min(POLICY_CHIP.widest, measured(POLICY, policy.name) + POLICY_CHIP.pad);
    if (room - GAP - wanted < (left > 1 ? MORE + GAP : 0)) {
      chips.push({ policy: null, more: left, width: MORE });
      break;
    }
    chips.push({ policy, more: 0, width: wanted });
    room -= GAP + wanted;
  }
  return chips;
}

function titleWidth({ name, labels }: Pick<NamespaceRecord, "name" | "labels">): number {
  const texts = labelTexts(labels);
  let wanted = PAD + FOLD + Math.max(24, measured(NAME, name));
  for (const text of texts.slice(0, TITLE_LABELS)) {
    wanted += GAP + Math.min(CHIP.widest, measured(LABEL, text) + CHIP.pad);
  }
  return texts.length > TITLE_LABELS ? wanted + GAP + measured(NAME, "+9") : wanted;
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
