export interface Rect {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** "inside" is at the foot of the part itself. */
export type Side = "right" | "left" | "above" | "below" | "inside";

const GAP = 12;
const EDGE = 8;
// The tools of the canvas stay free.
const FOOT = 72;

/** Where a card stands beside a part of the window: on that side of it, or over it where there is no room, and always
 * whole inside the window. All in CSS pixels. */
export function placeBeside(
  rect: Rect,
  side: Side,
  card: { width: number; height: number },
  room: { width: number; height: number },
): { x: number; y: number } {
  const middle = { x: rect.left + (rect.width - card.width) / 2, y: rect.top + Math.min(rect.height / 3, 140) };
  const wished = {
    right: { x: rect.left + rect.width + GAP, y: middle.y },
    left: { x: rect.left - card.width - GAP, y: middle.y },
    above: { x: middle.x, y: rect.top - card.height - GAP },
    inside: { x: middle.x, y: rect.top + rect.height - card.height - FOOT },
    below: { x: middle.x, y: rect.top + rect.height + GAP },
  }[side];
  return {
    x: Math.max(EDGE, Math.min(wished.x, room.width - card.width - EDGE)),
    y: Math.max(EDGE, Math.min(wished.y, room.height - card.height - EDGE)),
  };
}
