import type { Box, XY } from "./shapes";

export type Side = "top" | "right" | "bottom" | "left";
export const SIDES: readonly Side[] = ["top", "right", "bottom", "left"];

const NORMALS: Record<Side, XY> = {
  top: { x: 0, y: -1 },
  right: { x: 1, y: 0 },
  bottom: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
};

/** The unit vector that points out of the box. */
export function normalOf(side: Side): XY {
  return NORMALS[side];
}

/** The unit vector that runs clockwise along the side. */
export function tangentOf(side: Side): XY {
  const { x, y } = NORMALS[side];
  return { x: y === 0 ? 0 : -y, y: x };
}

export function middleOf(box: Box, side: Side): XY {
  const { x, y } = NORMALS[side];
  return { x: box.x + (box.width * (1 + x)) / 2, y: box.y + (box.height * (1 + y)) / 2 };
}

export function lengthOf(box: Box, side: Side): number {
  return side === "top" || side === "bottom" ? box.width : box.height;
}

/** The point `along` pixels clockwise from the side's middle and `out` pixels outside the box. */
export function pointOn(box: Box, side: Side, along: number, out = 0): XY {
  const middle = middleOf(box, side);
  const tangent = tangentOf(side);
  const normal = NORMALS[side];
  return { x: middle.x + tangent.x * along + normal.x * out, y: middle.y + tangent.y * along + normal.y * out };
}

export function dot(a: XY, b: XY): number {
  return a.x * b.x + a.y * b.y;
}
