import { type RefObject, useEffect } from "react";
import { useShallow } from "zustand/react/shallow";
import { useBoard, useUi } from "@/store/use";
import type { WholeState, WholeText } from "./whole-text";

/** Keeps the marks of the whole text up to date, and brings into view what speaks of a newly selected thing. */
export function useWholeMarks(text: RefObject<WholeText | null>, state: WholeState): void {
  const selected = useUi((ui) => (ui.selection.length === 1 ? ui.selection[0]?.id : undefined));
  const verdict = useBoard((board) => board.verdicts[selected ?? ""] ?? null);
  const world = useBoard(useShallow(({ pods, namespaces, hosts }) => ({ pods, namespaces, hosts })));
  // biome-ignore lint/correctness/useExhaustiveDependencies: what stands in the text is part of `state`
  useEffect(() => {
    text.current?.mark({ selected, verdict, world });
  }, [text, state, selected, verdict, world]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the view moves for a new choice, not for each letter
  useEffect(() => {
    const line = selected ? text.current?.mark({ selected, verdict, world }) : null;
    if (line) text.current?.goTo(line, null);
  }, [text, selected]);
}
