import { createContext, useContext, useEffect, useRef } from "react";
import { boardStore } from "@/store/board";
import { keepHalfTyped } from "@/store/half-typed";
import { wordsFor } from "@/store/words-for";

/** The id of the thing that the fields around here are about. */
export const SubjectContext = createContext<string | null>(null);

/** Keeps what stands half typed in a field when the thing that it is about goes: somebody else deleted it. `typed` is
 * null or empty while nothing is. */
export function useHalfTyped(label: string, typed: string | null): void {
  const id = useContext(SubjectContext);
  const words = useRef("");
  if (id) words.current = wordsFor(boardStore.getState(), id) || words.current;
  const last = useRef({ id, label, typed });
  last.current = { id, label, typed };
  useEffect(() => () => keepHalfTyped({ ...last.current, words: words.current }), []);
}
