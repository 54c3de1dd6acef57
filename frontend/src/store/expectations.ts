import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { ExpectationResult, ExpectationsJudged } from "@/wire/messages";

export type Status = ExpectationResult["status"];

export interface ExpectationsState {
  /** By expectation id; empty until the first answer has come. */
  results: Record<string, ExpectationResult>;
  /** By id of a drawn arrow of which any expectation speaks. */
  arrows: Record<string, Status>;
}

const EMPTY: ExpectationsState = { results: {}, arrows: {} };

export const expectationsStore = createStore<ExpectationsState>(() => EMPTY);

export function takeResults({ results, arrows }: Pick<ExpectationsJudged, "results" | "arrows">): void {
  expectationsStore.setState({
    results: Object.fromEntries(results.map((one) => [one.id, one])),
    arrows: arrows as Record<string, Status>,
  });
}

export function clearResults(): void {
  expectationsStore.setState(EMPTY);
}

export function useExpectations<Part>(selector: (state: ExpectationsState) => Part): Part {
  return useStore(expectationsStore, selector);
}
