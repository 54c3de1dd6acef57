import { hostBox, NAMESPACE_SIZE, namespaceBox, POD_SIZE, podHeight } from "@/geometry/boxes";
import { type Box, boundsOf, overlap, type XY } from "@/geometry/shapes";
import type { BoardState } from "@/store/board";
import type { View } from "./command";

const STEP = 20;
const EDGE = { left: 14, top: 24 };

/** Where a new thing of this size goes when the person has not said: the middle of the view, moved to the right and
 * down until it covers nothing. */
export function freeSpot(view: View, size: { width: number; height: number }): XY {
  const middle = view.at ?? view.camera?.centre() ?? { x: 0, y: 0 };
  const start = { x: snap(middle.x - size.width / 2), y: snap(middle.y - size.height / 2) };
  if (view.at) return start;
  const taken = topBoxes(view.board);
  for (let ring = 0; ring < 40; ring++) {
    for (const [dx, dy] of [
      [ring, 0],
      [0, ring],
      [ring, ring],
      [-ring, 0],
      [0, -ring],
      [-ring, ring],
    ] as const) {
      const box: Box = { x: start.x + dx * STEP * 2, y: start.y + dy * STEP * 2, ...size };
      if (taken.every((other) => overlap(box, other) === 0)) return { x: box.x, y: box.y };
    }
  }
  const bounds = boundsOf(taken);
  return bounds ? { x: snap(bounds.x + bounds.width + 2 * STEP), y: bounds.y } : start;
}

/** A free place for a pod inside a namespace's frame, relative to the frame; below everything when it is full. */
export function freeSpotInside(board: BoardState, namespace: string): XY {
  const frame = board.namespaces[namespace];
  const taken = Object.values(board.pods)
    .filter((pod) => pod.namespace === namespace)
    .map((pod) => ({ x: pod.x, y: pod.y, width: POD_SIZE.width, height: podHeight(pod) }));
  const columns = Math.max(1, Math.floor(((frame?.width ?? NAMESPACE_SIZE.width) - STEP) / (POD_SIZE.width + STEP)));
  for (let row = 0; ; row++) {
    for (let column = 0; column < columns; column++) {
      const box: Box = {
        x: 30 + column * (POD_SIZE.width + 40),
        y: 40 + row * (POD_SIZE.height + 30),
        width: POD_SIZE.width,
        height: POD_SIZE.height,
      };
      if (taken.every((other) => overlap(box, other) === 0)) return { x: box.x, y: box.y };
    }
  }
}

/** The wished place inside a frame, or the nearest to it where the card covers no other; relative to the frame. */
export function nearestInside(board: BoardState, namespace: string, wish: XY): XY {
  const taken = Object.values(board.pods)
    .filter((pod) => pod.namespace === namespace)
    .map((pod) => ({ x: pod.x, y: pod.y, width: POD_SIZE.width, height: podHeight(pod) }));
  for (let away = 0; away < 40; away++) {
    for (let turn = 0; turn < 8; turn++) {
      const angle = (turn * Math.PI) / 4;
      const box: Box = {
        x: Math.max(EDGE.left, Math.round(wish.x + Math.cos(angle) * away * STEP)),
        y: Math.max(EDGE.top, Math.round(wish.y + Math.sin(angle) * away * STEP)),
        ...POD_SIZE,
      };
      if (taken.every((other) => overlap(box, other) === 0)) return { x: box.x, y: box.y };
    }
  }
  return freeSpotInside(board, namespace);
}

function topBoxes(board: BoardState): Box[] {
  return [...Object.values(board.namespaces).map(namespaceBox), ...Object.values(board.hosts).map(hostBox)];
}

function snap(value: number): number {
  return Math.round(value / 10) * 10;
}
