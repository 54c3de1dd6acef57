import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

/** A connection that something would flip, shown BEFORE it is done. `source` and `destination` are ids of pods or hosts;
 * `text` says its ports ("3306", "every port"). */
export interface Ghost {
  source: string;
  destination: string;
  protocol: string;
  port: number;
  before: boolean;
  after: boolean;
  text: string;
}

export interface GhostsState {
  ghosts: readonly Ghost[];
}

const NONE: readonly Ghost[] = [];

/** Hovered or focused fixes and proposals put their flips here; the canvas draws them. */
export const ghostsStore = createStore<GhostsState>(() => ({ ghosts: NONE }));

export function showGhosts(ghosts: readonly Ghost[]): void {
  ghostsStore.setState({ ghosts });
}

export function hideGhosts(): void {
  ghostsStore.setState({ ghosts: NONE });
}

export function useGhosts(): readonly Ghost[] {
  return useStore(ghostsStore, ({ ghosts }) => ghosts);
}
