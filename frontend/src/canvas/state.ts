import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { Arrow, Drawing } from "@/geometry/arrows";
import type { Tally } from "@/geometry/bundles";
import type { Box, XY } from "@/geometry/shapes";
import type { Guide } from "@/geometry/snapping";

/** What only the canvas knows: where the arrows run, and what the pointer is at. */
export interface CanvasState {
  drawing: Drawing;
  /** What is drawn: several connections may share one arrow. */
  arrows: readonly Arrow[];
  /** The arrow that each connection is part of; a connection within a folded namespace has none. */
  arrowOf: ReadonlyMap<string, string>;
  /** How many drawn connections a person's choice leaves out. */
  hidden: number;
  /** More is possible than may be drawn. */
  morePossible: boolean;
  /** What runs within each folded namespace. */
  inside: ReadonlyMap<string, Tally>;
  /** Where the dragged card was brought level with others: React Flow itself knows only where the pointer holds it. */
  level: { id: string; position: XY } | null;
  /** The lines along which what is dragged stands level with others. */
  guides: readonly Guide[];
  /** The frames' titles: arrows run beneath them. */
  titles: Box[];
  /** True while nodes are dragged: arrows follow at once, without easing. */
  dragging: boolean;
  /** True while nodes are dragged to be copied: the originals will stay. */
  copying: boolean;
  hoveredArrow: string | null;
  /** The frame that a dragged pod would land in. */
  dropFrame: string | null;
  /** A connection that was dragged to its end: protocol and port are still to be said. `at` is a window point. */
  connecting: { source: string; destination: string; at: XY } | null;
  /** An arrow that stands for several connections was chosen: which of them? `at` is a window point. */
  choosing: { connections: readonly string[]; at: XY } | null;
}

export const NO_GUIDES: readonly Guide[] = [];

export const EMPTY_DRAWING: Drawing = { routes: new Map(), gates: new Map() };

export const canvasStore = createStore<CanvasState>(() => ({
  drawing: EMPTY_DRAWING,
  arrows: [],
  arrowOf: new Map(),
  hidden: 0,
  morePossible: false,
  inside: new Map(),
  level: null,
  guides: NO_GUIDES,
  titles: [],
  dragging: false,
  copying: false,
  hoveredArrow: null,
  dropFrame: null,
  connecting: null,
  choosing: null,
}));

export function useCanvas<Part>(selector: (state: CanvasState) => Part): Part {
  return useStore(canvasStore, selector);
}
