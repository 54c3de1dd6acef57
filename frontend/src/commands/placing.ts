import { boxesOf, hostBox, NAMESPACE_SIZE, POD_SIZE, podBox, podHeight } from "@/geometry/boxes";
import { type Box, boundsOf, grown, overlap, type XY } from "@/geometry/shapes";
import type { BoardState } from "@/store/board";
import type { View } from "./command";

const STEP = 20;
// Room for a frame's title, which stands on its upper edge.
const APART = 20;
const EDGE = { left: 14, top: 24 };

/** Where a new thing of this size goes: where the person points, else the middle of the view; moved until it covers
 * no frame and no outside address. An address inside a frame would seem to be in the cluster, a frame on a frame would
 * hide whose pods are whose. */
export function freeSpot(view: View, size: { width: number; height: number }): XY {
  const middle = view.at ?? view.camera?.centre() ?? { x: 0, y: 0 };
  const start = { x: snap(middle.x - size.width / 2), y: snap(middle.y - size.height / 2) };
  const taken = boxesOf(view.board);
  const free = (at: XY) => taken.every((other) => overlap(grown({ ...at, ...size }, APART), other) === 0);
  if (free(start)) return start;
  return beside(taken, start, size).find(free) ?? start;
}

/** Every place just beyond an edge of what stands there, the nearest first. Beyond the outermost edge all is free. */
function beside(taken: Box[], start: XY, size: { width: number; height: number }): XY[] {
  const rooms = taken.map((box) => grown(box, APART + STEP / 2));
  const across = [start.x, ...rooms.flatMap(({ x, width }) => [x - size.width, x + width])];
  const down = [start.y, ...rooms.flatMap(({ y, height }) => [y - size.height, y + height])];
  const away = ({ x, y }: XY) => Math.hypot(x - start.x, y - start.y);
  return across.flatMap((x) => down.map((y) => ({ x: snap(x), y: snap(y) }))).sort((a, b) => away(a) - away(b));
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

/** How far from the originals copies stand free of everything: below them, else beside them, else a little aside. */
export function freeShift({ board }: Pick<View, "board">, originals: Box[]): { dx: number; dy: number } {
  const around = boundsOf(originals);
  if (!around) return { dx: 0, dy: 0 };
  const cards = Object.values(board.pods).map((pod) => podBox(board, pod));
  const framed = originals.some(({ width }) => width > POD_SIZE.width);
  const taken = framed ? boxesOf(board) : [...cards, ...Object.values(board.hosts).map(hostBox)];
  const gap = 2 * STEP;
  const free = ({ dx, dy }: { dx: number; dy: number }) =>
    originals.every((box) => taken.every((other) => overlap({ ...box, x: box.x + dx, y: box.y + dy }, other) === 0));
  const shifts = [1, 2, 3].flatMap((times) => [
    { dx: 0, dy: Math.round(times * (around.height + gap)) },
    { dx: Math.round(times * (around.width + gap)), dy: 0 },
  ]);
  return shifts.find(free) ?? { dx: gap, dy: gap };
}

function snap(value: number): number {
  return Math.round(value / 10) * 10;
}
