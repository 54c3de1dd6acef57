import type { InternalNode } from "@xyflow/react";
import type { Box } from "@/geometry/shapes";
import { type BoardNode, TINTS } from "../nodes/build-nodes";
import { type Scale, SIZE } from "./scale";

const FRAME = 0.18;
const VEIL = 0.7;

/** A thing as the overview shows it: its place, its token's colour and how much of it. */
interface Patch extends Box {
  token: string;
  strength: number;
}

export interface Tints {
  [token: string]: string;
}

/** The theme's colours as they are now. */
export function readTints(element: Element): Tints {
  const style = getComputedStyle(element);
  const tokens = ["canvas", "muted", "line-strong", ...Array.from({ length: TINTS }, (_, index) => `ns${index + 1}`)];
  return Object.fromEntries(tokens.map((token) => [token, style.getPropertyValue(`--${token}`).trim()]));
}

export function patchesOf(nodes: Iterable<InternalNode<BoardNode>>): Patch[] {
  const patches: Patch[] = [];
  for (const { internals, type, width = 0, height = 0, data } of nodes) {
    const { x, y } = internals.positionAbsolute;
    const tint = "tint" in data ? `ns${data.tint}` : "muted";
    const strength = type === "frame" || type === "fold" ? FRAME : 1;
    patches.push({ x, y, width, height, token: tint, strength });
  }
  return patches;
}

/** Everything on the board, in a few pixels each. */
export function paintThings(context: CanvasRenderingContext2D, patches: Patch[], scale: Scale, tints: Tints): void {
  for (const { x, y, width, height, token, strength } of patches) {
    context.globalAlpha = strength;
    context.fillStyle = tints[token] ?? "";
    context.fillRect((x - scale.x) / scale.by, (y - scale.y) / scale.by, width / scale.by, height / scale.by);
  }
  context.globalAlpha = 1;
}

/** What is not in view lies under a veil. */
export function paintVeil(context: CanvasRenderingContext2D, view: Box, scale: Scale, tints: Tints): void {
  const [x, y] = [(view.x - scale.x) / scale.by, (view.y - scale.y) / scale.by];
  const [width, height] = [view.width / scale.by, view.height / scale.by];
  context.globalAlpha = VEIL;
  context.fillStyle = tints.canvas ?? "";
  context.beginPath();
  context.rect(0, 0, SIZE.width, SIZE.height);
  context.rect(x, y, width, height);
  context.fill("evenodd");
  context.globalAlpha = 1;
  context.strokeStyle = tints["line-strong"] ?? "";
  context.lineWidth = 1;
  context.strokeRect(x, y, width, height);
}
