import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

/** The dock's height in pixels as the person chose it; null: the usual one. */
const heightStore = createStore<{ height: number | null }>(() => ({ height: null }));

export const LEAST = 120;
/** What stays for the canvas above. */
const ABOVE = 260;

export function useDockHeight(): number | null {
  return useStore(heightStore, ({ height }) => height);
}

export function mostHeight(): number {
  return Math.max(LEAST, window.innerHeight - ABOVE);
}

export function setDockHeight(wanted: number | null): void {
  const height = wanted === null ? null : Math.round(Math.min(Math.max(wanted, LEAST), mostHeight()));
  heightStore.setState({ height });
  const { style } = document.documentElement;
  if (height === null) style.removeProperty("--dock-height");
  else style.setProperty("--dock-height", `${height}px`);
}
