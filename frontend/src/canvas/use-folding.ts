import { useStore, useStoreApi } from "@xyflow/react";
import { type RefObject, useEffect, useLayoutEffect } from "react";
import { foldsStore, setFar } from "@/store/folds";
import { useBoard } from "@/store/use";

// Where pods begin to be readable. Between the two nothing changes, so that a zoom near the edge does not flicker.
const FOLD_BELOW = 0.28;
const UNFOLD_FROM = 0.34;

/** Whether namespaces are folded at this zoom. */
export function farAt(zoom: number, before: boolean): boolean {
  return before ? zoom < UNFOLD_FROM : zoom < FOLD_BELOW;
}

/** Folds every namespace when the view is far out, and lets the type in the boxes grow as the board shrinks. */
export function useFolding(root: RefObject<HTMLElement | null>): void {
  const store = useStoreApi();
  const zoom = useStore((state) => state.transform[2]);
  const there = useBoard((board) => board.board !== null);
  useEffect(() => {
    // Asked afresh: when the board arrives, the view is moved after this has been rendered.
    if (there && zoom) setFar(farAt(store.getState().transform[2], foldsStore.getState().far));
  }, [zoom, there, store]);
  // In steps: each new value lays every box out again.
  const size = Math.round(Math.min(16, 0.95 / zoom) * 2) / 2;
  useLayoutEffect(() => {
    root.current?.style.setProperty("--far-size", String(size));
  }, [root, size]);
}
