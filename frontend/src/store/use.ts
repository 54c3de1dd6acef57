import { useStore } from "zustand";
import { type BoardState, boardStore, isReadOnly } from "./board";
import { type LearningState, type Lockable, lessonStore, offers, type Tool, whyLocked } from "./lesson";
import { type ProblemsState, problemsStore } from "./problems";
import { type UiState, uiStore } from "./ui";
import { type WritingState, writingStore } from "./writing";

/** A part of the board's state; the component renders again when that part is another value. A selector that makes a
 * new array or object each time must be wrapped in zustand's `useShallow`. */
export function useBoard<Part>(selector: (state: BoardState) => Part): Part {
  return useStore(boardStore, selector);
}

/** Whether this person may look at the board, and not edit it. */
export function useReadOnly(): boolean {
  return useBoard(isReadOnly);
}

export function useUi<Part>(selector: (state: UiState) => Part): Part {
  return useStore(uiStore, selector);
}

export function useWriting<Part>(selector: (state: WritingState) => Part): Part {
  return useStore(writingStore, selector);
}

export function useProblems<Part>(selector: (state: ProblemsState) => Part): Part {
  return useStore(problemsStore, selector);
}

export function useLesson<Part>(selector: (state: LearningState) => Part): Part {
  return useStore(lessonStore, selector);
}

/** Whether a lesson's board offers a tool; on any other board all are. */
export function useOffered(tool: Tool): boolean {
  return useLesson((state) => offers(state, tool));
}

/** Why a lesson leaves something as it is; null where it may be changed. */
export function useWhyLocked(kind: Lockable, policy?: string): string | null {
  return useLesson((state) => whyLocked(state, kind, policy));
}
