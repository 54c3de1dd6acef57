import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { Fault, Manuscript, OwnLessonState } from "@/wire/messages";

export interface AuthorState {
  /** The lesson that is written on the open board, with what was typed since; null on any other board. */
  held: OwnLessonState | null;
  /** Whether everything typed is kept by the server. */
  kept: "kept" | "sending" | "failed";
  /** Why it could not be had, kept, recorded or shown. */
  failure: string | null;
}

const EMPTY: AuthorState = { held: null, kept: "kept", failure: null };

export const authorStore = createStore<AuthorState>(() => EMPTY);

export function useAuthor<Part>(selector: (state: AuthorState) => Part): Part {
  return useStore(authorStore, selector);
}

export function clearAuthor(): void {
  authorStore.setState(EMPTY);
}

/** What the server says of the lesson; `typed`: what the person has typed meanwhile, which stays. */
export function takeOwnLesson(held: OwnLessonState, typed: Manuscript | null = null): void {
  authorStore.setState({ held: typed ? { ...held, manuscript: typed } : held, failure: null });
}

/** Puts what was typed in its place; the server hears of it later. */
export function typeManuscript(part: Partial<Manuscript>): void {
  authorStore.setState(({ held }) =>
    held ? { held: { ...held, manuscript: { ...held.manuscript, ...part } }, kept: "sending" } : {},
  );
}

/** What the check says to a field, in one sentence after the other; null when it is content. */
export function faultAt(faults: readonly Fault[], path: string): string | null {
  const found = faults.filter((fault) => fault.path === path).map(({ message }) => message);
  return found.length > 0 ? [...new Set(found)].join(" ") : null;
}

/** How much the check finds within some parts of the lesson: fields and all that is below them. */
export function faultsWithin(faults: readonly Fault[], parts: readonly string[]): Fault[] {
  return faults.filter(({ path }) => parts.some((part) => isWithin(path ?? "", part)));
}

function isWithin(path: string, part: string): boolean {
  return path === part || path.startsWith(`${part}.`) || path.startsWith(`${part}[`) || path.startsWith(`${part},`);
}
