import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { Drawing } from "@/geometry/arrows";
import type { Box, XY } from "@/geometry/shapes";
import type { Ref } from "@/model/records";

/** What only the canvas knows: where the arrows run, and what the pointer is at. */
export interface CanvasState {
  drawing: Drawing;
  /** The frames' titles: arrows run beneath them. */
  titles: Box[];
  /** True while nodes are dragged: arrows follow at once, without easing. */
  dragging: boolean;
  hoveredArrow: string | null;
  /** The frame that a dragged pod would land in. */
  dropFrame: string | null;
  /** A connection that was dragged to its end: protocol and port are still to be said. `at` is a window point. */
  connecting: { source: string; destination: string; at: XY } | null;
  menu: { at: XY; board: XY; on: Ref | null } | null;
}

export const EMPTY_DRAWING: Drawing = { routes: new Map(), gates: new Map() };

export const canvasStore = createStore<CanvasState>(() => ({
  drawing: EMPTY_DRAWING,
  titles: [],
  dragging: false,
  hoveredArrow: null,
  dropFrame: null,
  connecting: null,
  menu: null,
}));

export function useCanvas<Part>(selector: (state: CanvasState) => Part): Part {
  return useStore(canvasStore, selector);
}
