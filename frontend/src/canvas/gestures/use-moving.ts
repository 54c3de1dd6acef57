import { useReactFlow } from "@xyflow/react";
import { useRef } from "react";
import { type MoveItem, predicted } from "@/commands/moving";
import { POD_SIZE } from "@/geometry/boxes";
import { type Box, contains, grown, type XY } from "@/geometry/shapes";
import { newId } from "@/model/ids";
import { addNotice, boardStore } from "@/store/board";
import { select } from "@/store/ui";
import { sendOrTell } from "@/sync/session";
import type { BoardNode } from "../nodes/build-nodes";
import { canvasStore, NO_GUIDES } from "../state";

// How far outside its frame a pod may be dropped: the frame then grows around it.
const STRETCH = 140;
const CLEAR = { left: 14, top: 22 };

/** Dragging cards and frames: one `move` when they are let go. A pod let go in another frame moves there. */
export function useMoving(setDragging: (dragging: boolean) => void) {
  const flow = useReactFlow<BoardNode>();
  const copying = useRef(false);
  return {
    onNodeDragStart: (event: { altKey?: boolean }) => {
      copying.current = event.altKey === true;
      canvasStore.setState({ copying: copying.current });
      setDragging(true);
    },
    onNodeDrag: (_: unknown, node: BoardNode) => {
      const frame = node.type === "pod" ? frameUnder(flow.getNodes(), node, corner(flow.getNodes(), node)) : null;
      const dropFrame = frame && frame.id !== node.parentId ? frame.id : null;
      if (canvasStore.getState().dropFrame !== dropFrame) canvasStore.setState({ dropFrame });
    },
    onNodeDragStop: (_: unknown, __: BoardNode, dragged: BoardNode[]) => {
      const { level } = canvasStore.getState();
      canvasStore.setState({ dropFrame: null, guides: NO_GUIDES, level: null, copying: false });
      setDragging(false);
      const all = flow.getNodes();
      const items = dragged
        .map((node) => (node.id === level?.id ? { ...node, position: level.position } : node))
        .flatMap((node) => landed(all, node) ?? []);
      if (items.length > 0) void (copying.current ? copyTo(items, dragged) : sendMove(items));
      // Taken again from the store: what was copied, and a pod that may not stay where it was dropped, goes back.
      boardStore.setState(({ namespaces, pods, hosts }) => ({
        namespaces: { ...namespaces },
        pods: { ...pods },
        hosts: { ...hosts },
      }));
    },
  };
}

/** Dragged with Alt: copies come to stand where the things were let go, the originals stay. */
async function copyTo(items: MoveItem[], dragged: BoardNode[]): Promise<void> {
  const first = dragged.find(({ id }) => id === items[0]?.id);
  if (!first) return;
  const { x, y } = first.data.record;
  const copies = items.map(({ id }) => ({ id, new_id: newId() }));
  const shift = { dx: first.position.x - x, dy: first.position.y - y };
  if (!(await sendOrTell("duplicate", { items: copies, ...shift }))) return;
  // A copy is made beside its original; one that was let go in another frame goes there.
  const elsewhere = items.flatMap((item, index) => {
    const copy = copies[index];
    return item.namespace && copy ? [{ ...item, id: copy.new_id }] : [];
  });
  if (elsewhere.length > 0) await sendMove(elsewhere);
  const { namespaces, hosts } = boardStore.getState();
  const tableOf = (id: string) => (id in namespaces ? "namespaces" : id in hosts ? "hosts" : "pods");
  select(copies.map((copy) => ({ table: tableOf(copy.id), id: copy.new_id })));
}

/** Sends a move and shows it at once, so that nothing jumps back while the server answers. */
export function sendMove(items: MoveItem[]): Promise<boolean> {
  return sendOrTell("move", { items }, predicted(boardStore.getState(), items));
}

function landed(all: BoardNode[], node: BoardNode): MoveItem | null {
  const { x, y } = node.position;
  if (node.type !== "pod") return moved(node.data.record, { id: node.id, x: Math.round(x), y: Math.round(y) });
  const at = corner(all, node);
  const frame = frameUnder(all, node, at) ?? nearOwn(all, node, at);
  if (!frame) {
    addNotice("info", "A pod always stands in a namespace. Drop it inside a frame.");
    return null;
  }
  const item = {
    id: node.id,
    x: Math.round(Math.max(CLEAR.left, at.x - frame.position.x)),
    y: Math.round(Math.max(CLEAR.top, at.y - frame.position.y)),
  };
  return frame.id === node.parentId ? moved(node.data.record, item) : { ...item, namespace: frame.id };
}

function moved(record: XY, item: MoveItem): MoveItem | null {
  return record.x === item.x && record.y === item.y ? null : item;
}

function corner(all: BoardNode[], node: BoardNode): XY {
  const parent = all.find(({ id }) => id === node.parentId);
  return { x: node.position.x + (parent?.position.x ?? 0), y: node.position.y + (parent?.position.y ?? 0) };
}

function boxOf(frame: BoardNode): Box {
  return { ...frame.position, width: frame.width ?? 0, height: frame.height ?? 0 };
}

/** The frame that holds a card's middle; its own comes first where frames overlap. */
function frameUnder(all: BoardNode[], node: BoardNode, at: XY): BoardNode | null {
  const middle = { x: at.x + POD_SIZE.width / 2, y: at.y + (node.height ?? 0) / 2 };
  const under = all.filter((each) => (each.type === "frame" || each.type === "fold") && contains(boxOf(each), middle));
  return under.find(({ id }) => id === node.parentId) ?? under.at(-1) ?? null;
}

function nearOwn(all: BoardNode[], node: BoardNode, at: XY): BoardNode | null {
  const own = all.find(({ id }) => id === node.parentId);
  const middle = { x: at.x + POD_SIZE.width / 2, y: at.y + (node.height ?? 0) / 2 };
  return own && contains(grown(boxOf(own), STRETCH), middle) ? own : null;
}
