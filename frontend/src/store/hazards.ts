import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { BoardExposure, Fallen, WhatIfAnswer } from "@/wire/messages";

export type View = "verdicts" | "exposure";

/** A pod that is on no board: where it stands on the canvas, and what it would be. `namespace` counts outside frames. */
export interface Trial {
  x: number;
  y: number;
  labels: string;
  namespace: string;
  namespaceLabels: string;
}

export interface HazardsState {
  view: View;
  /** By pod id, while the view is "exposure". */
  shades: BoardExposure["pods"];
  /** What falls with the pod `start`; `shown` is the one whose path alone is to stand out. */
  attack: { start: string; fallen: Fallen[]; shown: Fallen | null } | null;
  trial: Trial | null;
  tried: WhatIfAnswer | null;
}

export const hazardsStore = createStore<HazardsState>(() => ({
  view: "verdicts",
  shades: {},
  attack: null,
  trial: null,
  tried: null,
}));

export function useHazards<Part>(selector: (state: HazardsState) => Part): Part {
  return useStore(hazardsStore, selector);
}

export function showFallen(shown: Fallen | null): void {
  hazardsStore.setState(({ attack }) => ({ attack: attack && { ...attack, shown } }));
}

export function changeTrial(part: Partial<Trial>): void {
  hazardsStore.setState(({ trial }) => ({ trial: trial && { ...trial, ...part } }));
}

export function endTrial(): void {
  hazardsStore.setState({ trial: null, tried: null });
}
