import { ConnectionMode, type OnConnectEnd, useReactFlow } from "@xyflow/react";
import { contains } from "@/geometry/shapes";
import { boardStore } from "@/store/board";
import { openMenu } from "@/store/menu";
import { openDialog, select } from "@/store/ui";
import type { BoardNode } from "../nodes/build-nodes";
import { canvasStore } from "../state";

/** Dragging a connection from a card or a frame to another: where it is let go, protocol and port are asked for. A frame
 * means its whole namespace. Let go on the empty canvas, or in the own frame, a menu asks what to add there, or which of
 * the things on the board is meant. */
export function useConnecting() {
  const flow = useReactFlow<BoardNode>();
  const onConnectEnd: OnConnectEnd = (event, { fromNode }) => {
    if (!fromNode) return;
    const at = pointOf(event);
    const board = flow.screenToFlowPosition(at);
    const under = flow.getNodes().filter((node) => contains(absoluteBox(flow, node), board));
    const card = under.findLast(({ type }) => type === "pod" || type === "host");
    const own = boardStore.getState().pods[fromNode.id]?.namespace;
    const destination = card ?? under.findLast(({ id }) => id !== own && id !== fromNode.id);
    if (destination && destination.id !== fromNode.id) {
      canvasStore.setState({ connecting: { source: fromNode.id, destination: destination.id, at } });
    } else if (!destination && (fromNode.type === "pod" || fromNode.type === "host")) {
      const on = { table: fromNode.type === "pod" ? "pods" : "hosts", id: fromNode.id } as const;
      select([on]);
      openMenu({ at, board, on, dropped: true });
    } else if (!destination) {
      openDialog({ name: "connect", source: fromNode.id });
    }
  };
  return { connectionMode: ConnectionMode.Loose, onConnectEnd };
}

function absoluteBox(flow: ReturnType<typeof useReactFlow<BoardNode>>, node: BoardNode) {
  const position = flow.getInternalNode(node.id)?.internals.positionAbsolute ?? node.position;
  return { ...position, width: node.width ?? 0, height: node.height ?? 0 };
}

function pointOf(event: MouseEvent | TouchEvent) {
  const point = "changedTouches" in event ? event.changedTouches[0] : event;
  return { x: point?.clientX ?? 0, y: point?.clientY ?? 0 };
}
