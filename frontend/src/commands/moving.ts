import { boxOf } from "@/geometry/boxes";
import type { Box, XY } from "@/geometry/shapes";
import type { Change } from "@/model/change";
import type { Ref, Table } from "@/model/records";
import type { BoardState } from "@/store/board";
import type { View } from "./command";

/** Where a thing comes to stand: a pod's place counts from the corner of its (new) namespace. */
export interface MoveItem {
  id: string;
  x: number;
  y: number;
  namespace?: string;
}

const MOVABLE: readonly Table[] = ["namespaces", "pods", "hosts"];
// A card stays clear of its frame's edge and title.
const CLEAR = { left: 14, top: 22 };

/** What a move will look like, shown at once so that nothing jumps back while the server answers. */
export function predicted(state: BoardState, items: readonly MoveItem[]): Change {
  const patches = items.flatMap(({ id, ...fields }): Change["patches"] => {
    const table = MOVABLE.find((name) => id in state[name as "pods"]);
    if (!table) return [];
    const record = state[table as "pods"][id] as unknown as Record<string, unknown>;
    return Object.entries(fields).map(([field, after]) => ({ table, id, field, before: record[field], after }));
  });
  return { puts: [], patches, removes: [] };
}

/** The selected things that can be moved, by id, where they stand on the board. A pod whose namespace is selected too
 * goes along with it and is left out. */
export function selectedBoxes({ ui, board }: Pick<View, "ui" | "board">): Map<string, Box> {
  const chosen = new Set(ui.selection.map(({ id }) => id));
  const alone = ({ table, id }: Ref) => MOVABLE.includes(table) && !chosen.has(board.pods[id]?.namespace ?? "");
  return new Map(
    ui.selection.filter(alone).flatMap(({ id }) => {
      const box = boxOf(board, id);
      return box ? [[id, box] as const] : [];
    }),
  );
}

/** Moves things to places on the board, as one edit. What stands there already is left out. */
export async function moveTo(
  { board, send }: Pick<View, "board" | "send">,
  places: ReadonlyMap<string, XY>,
): Promise<void> {
  const inFrames = [...places].map(([id, { x, y }]) => {
    const frame = board.namespaces[board.pods[id]?.namespace ?? ""];
    return [id, { x: x - (frame?.x ?? 0), y: y - (frame?.y ?? 0) }] as const;
  });
  await moveItems({ board, send }, new Map(inFrames));
}

/** The same, with the places of pods given from the corners of their namespaces. */
export async function moveItems(
  { board, send }: Pick<View, "board" | "send">,
  places: ReadonlyMap<string, XY>,
): Promise<void> {
  const items = [...places].flatMap(([id, place]) => itemFor(board, id, place) ?? []);
  if (items.length > 0) await send("move", { items }, predicted(board, items));
}

function itemFor(board: BoardState, id: string, place: XY): MoveItem | null {
  const [x, y] = [Math.round(place.x), Math.round(place.y)];
  const pod = board.pods[id];
  const item = pod ? { id, x: Math.max(CLEAR.left, x), y: Math.max(CLEAR.top, y) } : { id, x, y };
  const held = pod ?? board.namespaces[id] ?? board.hosts[id];
  return held && (held.x !== item.x || held.y !== item.y) ? item : null;
}
