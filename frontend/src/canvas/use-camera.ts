import { useReactFlow, useStoreApi } from "@xyflow/react";
import { type RefObject, useEffect } from "react";
import { boardStore } from "@/store/board";
import { setCamera } from "@/store/camera";
import { useBoard } from "@/store/use";

// More room at the foot, where the tools stand.
const ROOM = { padding: { top: "44px", right: "28px", bottom: "84px", left: "28px" }, maxZoom: 1.15 } as const;

/** Lets the commands move the view, and shows the whole board once when it arrives. */
export function useCamera(root: RefObject<HTMLElement | null>): void {
  const flow = useReactFlow();
  const store = useStoreApi();
  useEffect(() => {
    const duration = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 220);
    setCamera({
      fit: (ids) =>
        void flow.fitView({
          ...ROOM,
          duration: duration(),
          nodes: ids?.length ? ids.map((id) => ({ id })) : undefined,
        }),
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
  useEffect(() => {
    const { namespaces, hosts } = boardStore.getState();
    // An empty board keeps its view: fitted to the first thing dropped, it would move it away from under the pointer.
    if (!board || (Object.keys(namespaces).length === 0 && Object.keys(hosts).length === 0)) return;
    // The nodes come with the next frame; only then is there something to fit.
    const timer = setTimeout(() => void flow.fitView(ROOM), 60);
    return () => clearTimeout(timer);
  }, [board, flow]);
}
