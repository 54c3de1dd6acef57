import { getViewportForBounds, useReactFlow, useStoreApi } from "@xyflow/react";
import { type RefObject, useEffect, useLayoutEffect } from "react";
import { boxesOf, boxOf } from "@/geometry/boxes";
import { FINGERS } from "@/geometry/fingers";
import { type Box, boundsOf, grown } from "@/geometry/shapes";
import { boardStore } from "@/store/board";
import { setCamera } from "@/store/camera";
import { foldsStore, recallFolds, setFar, setFolded } from "@/store/folds";
import { lookingStore } from "@/store/looking";
import { useBoard } from "@/store/use";
import { farAt } from "./use-folding";

// More room at the foot, where the tools stand; all of these are larger for fingers.
const ROOM = {
  top: FINGERS ? "84px" : "62px",
  right: "28px",
  bottom: FINGERS ? "100px" : "84px",
  left: "28px",
} as const;
const NEAREST = 1.15;
const FARTHEST = 0.02;
// Around what is flown to, its neighbours show where it is.
const AROUND = 160;

/** Lets the commands move the view, and shows the whole board once when it arrives. */
export function useCamera(root: RefObject<HTMLElement | null>): void {
  const flow = useReactFlow();
  const store = useStoreApi();
  useEffect(() => {
    const duration = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 220);
    const viewOf = (bounds: Box) => {
      const { width, height } = store.getState();
      return getViewportForBounds(bounds, width, height, FARTHEST, NEAREST, ROOM);
    };
    setCamera({
      fit: (ids) => {
        const board = shownTables();
        if (ids?.length) unfoldAround(ids);
        const bounds = boundsOf(ids?.length ? ids.flatMap((id) => boxOf(board, id) ?? []) : boxesOf(board));
        if (bounds) void flow.setViewport(viewOf(bounds), { duration: duration() });
      },
      flyTo: (id) => {
        const board = shownTables();
        const { source, destination } = board.connections[id] ?? {};
        const ends = source && destination ? [source, destination] : [id];
        const bounds = boundsOf(ends.flatMap((end) => boxOf(board, end) ?? []));
        if (!bounds) return;
        unfoldAround(ends);
        void flow.setViewport(viewOf(grown(bounds, AROUND)), { duration: duration() });
        focusSoon(root, ends[0] ?? id);
      },
      zoomIn: () => void flow.zoomIn({ duration: duration() }),
      zoomOut: () => void flow.zoomOut({ duration: duration() }),
      zoomTo: (zoom) => void flow.zoomTo(zoom, { duration: duration() }),
      centre: () => {
        const box = store.getState().domNode?.getBoundingClientRect();
        return flow.screenToFlowPosition({
          x: (box?.x ?? 0) + (box?.width ?? 0) / 2,
          y: (box?.y ?? 0) + (box?.height ?? 0) / 2,
        });
      },
      toBoard: (client) => flow.screenToFlowPosition(client, { snapToGrid: false }),
      focus: (id) => root.current?.querySelector<HTMLElement>(`.react-flow__node[data-id="${id}"]`)?.focus(),
    });
    return () => setCamera(null);
  }, [flow, store, root]);

  const board = useBoard((state) => state.board?.id);
  useLayoutEffect(() => {
    if (!board) return;
    recallFolds(board);
    const bounds = boundsOf(boxesOf(boardStore.getState()));
    const { width, height } = store.getState();
    // An empty board keeps its view: fitted to the first thing dropped, it would move it away from under the pointer.
    if (!bounds || width === 0) return;
    const view = getViewportForBounds(bounds, width, height, FARTHEST, NEAREST, ROOM);
    // Before the nodes are made: a large board is never built unfolded first.
    setFar(farAt(view.zoom, foldsStore.getState().far));
    void flow.setViewport(view);
  }, [board, flow, store]);
}

/** What stands on the canvas: the board, or what is looked at in its place. */
function shownTables() {
  return lookingStore.getState().looking?.tables ?? boardStore.getState();
}

/** A thing that was out of view becomes a node only when the view has come to it. */
function focusSoon(root: RefObject<HTMLElement | null>, id: string, tries = 12): void {
  const node = root.current?.querySelector<HTMLElement>(`.react-flow__node[data-id="${id}"]`);
  if (node) node.focus({ preventScroll: true });
  else if (tries > 0) setTimeout(() => focusSoon(root, id, tries - 1), 60);
}

/** Someone who looks for a pod wants to see it, also when they folded its namespace. */
function unfoldAround(ids: string[]): void {
  const { pods } = shownTables();
  setFolded(
    ids.flatMap((id) => pods[id]?.namespace ?? []),
    false,
  );
}
