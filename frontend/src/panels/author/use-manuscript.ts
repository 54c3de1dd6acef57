import { useAuthor } from "@/store/author";
import type { Manuscript, Played } from "@/wire/messages";

/** A field of the lesson that is written; a part is shown only while there is one. */
export function useWritten<Name extends keyof Manuscript>(name: Name): Manuscript[Name] {
  return useAuthor(({ held }) => {
    if (!held) throw new Error("No lesson is written on this board.");
    return held.manuscript[name];
  });
}

const NONE: readonly Played[] = [];

/** What the start, the solution and the wrong solutions do; those that cannot be played are left out. */
export function usePlayed(): readonly Played[] {
  return useAuthor(({ held }) => held?.played ?? NONE);
}
