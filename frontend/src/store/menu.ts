import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { XY } from "@/geometry/shapes";
import type { Ref } from "@/model/records";

/** The menu of what was pointed at, on the canvas or in the table. */
export interface Menu {
  /** Where it opens, in the window. */
  at: XY;
  /** Where on the board that is; null in the table. */
  board: XY | null;
  /** What it is about; "pair": the connection that is looked at and that nobody drew; null: the empty canvas. */
  on: Ref | "pair" | null;
  /** A connection from what it is on was let go there, where nothing stands. */
  dropped?: boolean;
}

export const menuStore = createStore<{ menu: Menu | null }>(() => ({ menu: null }));

export function useMenu(): Menu | null {
  return useStore(menuStore, ({ menu }) => menu);
}

export function openMenu(menu: Menu): void {
  menuStore.setState({ menu });
}

export function closeMenu(): void {
  if (menuStore.getState().menu) menuStore.setState({ menu: null });
}
