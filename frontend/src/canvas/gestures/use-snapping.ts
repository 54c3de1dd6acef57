import { type NodeChange, type NodePositionChange, useStoreApi } from "@xyflow/react";
import { useCallback, useEffect, useRef } from "react";
import { snapped } from "@/geometry/snapping";
import type { BoardNode } from "../nodes/build-nodes";
import { type CanvasState, canvasStore, NO_GUIDES } from "../state";

// In pixels of the screen.
const REACH = 6;

/** Brings a card or frame that is dragged alone level with others like it; Alt lets it move freely. */
export function useSnapping() {
  const store = useStoreApi();
  const free = useRef(false);
  useEffect(() => {
    const note = (event: KeyboardEvent | PointerEvent) => {
      free.current = event.altKey;
    };
    const kinds = ["keydown", "keyup", "pointermove"] as const;
    for (const kind of kinds) window.addEventListener(kind, note, true);
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, note, true);
    };
  }, []);

  return useCallback(
    (change: NodeChange<BoardNode>, nodes: readonly BoardNode[]): NodeChange<BoardNode> => {
      if (change.type !== "position" || !change.position) return change;
      if (!change.dragging) return letGo(change);
      const node = nodes.find(({ id }) => id === change.id);
      const alone = nodes.filter(({ dragging }) => dragging).length <= 1;
      if (!node || !alone || free.current) {
        guide(NO_GUIDES, null);
        return change;
      }
      const corners = new Map(nodes.map(({ id, position }) => [id, position]));
      const absolute = (each: BoardNode, at = each.position) => {
        const around = corners.get(each.parentId ?? "");
        const place = { x: at.x + (around?.x ?? 0), y: at.y + (around?.y ?? 0) };
        return { ...place, width: each.width ?? 0, height: each.height ?? 0 };
      };
      const like = nodes.filter((each) => each.id !== node.id && isFrame(each) === isFrame(node));
      const box = absolute(node, change.position);
      const { place, guides } = snapped(
        box,
        like.map((each) => absolute(each)),
        REACH / store.getState().transform[2],
      );
      const { x, y } = change.position;
      const position = { x: x + place.x - box.x, y: y + place.y - box.y };
      guide(guides, { id: node.id, position });
      return { ...change, position };
    },
    [store],
  );
}

function isFrame({ type }: BoardNode): boolean {
  return type === "frame" || type === "fold";
}

function guide(guides: typeof NO_GUIDES, level: CanvasState["level"]): void {
  canvasStore.setState({ guides, level });
}

function letGo(change: NodePositionChange): NodePositionChange {
  const { level } = canvasStore.getState();
  return level?.id === change.id ? { ...change, position: level.position } : change;
}
