import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { uiStore } from "./ui";

/** `step`: where in the tour the person is, null outside of it. `known`: they took it, or said no. */
export interface TourState {
  step: number | null;
  known: boolean;
}

const KEY = "netpol.tour";

export const tourStore = createStore<TourState>(() => ({ step: null, known: remembered() }));

export function useTour<Part>(selector: (state: TourState) => Part): Part {
  return useStore(tourStore, selector);
}

/** Begins the tour, with everything open that it points at. */
export function startTour(): void {
  uiStore.setState({ mode: "work", dialog: null, leftOpen: true, rightOpen: true, dockOpen: true });
  tourStore.setState({ step: 0 });
}

export function goToStep(step: number): void {
  tourStore.setState({ step });
}

/** Ends the tour, or turns it down; it is not offered again in this browser. */
export function endTour(): void {
  tourStore.setState({ step: null, known: true });
  try {
    localStorage.setItem(KEY, "known");
  } catch {
    // The browser keeps nothing: it is offered again next time.
  }
}

function remembered(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return true;
  }
}
