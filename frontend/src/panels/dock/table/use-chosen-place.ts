import { type RefObject, useEffect, useMemo } from "react";
import { useShallow } from "zustand/react/shallow";
import { useBoard, useUi } from "@/store/use";
import type { Item } from "./axes";
import { bringIntoView } from "./use-grid-keys";

interface Space {
  rows: readonly Item[];
  columns: readonly Item[];
  across: readonly number[];
  down: readonly number[];
  head: number;
  turned: boolean;
}

/** Where the selected arrow, or the connection that is looked at, stands in the grid; brought into view when it is
 * another one. Rows and columns count from 0. */
export function useChosenPlace(
  scroller: RefObject<HTMLElement | null>,
  { rows, columns, across, down, head, turned }: Space,
): { row: number; column: number } | null {
  const selected = useUi((state) => (state.selection.length === 1 ? state.selection[0]?.id : undefined));
  const pair = useUi((state) => state.pair ?? state.drawn);
  const [source, destination] = useBoard(
    useShallow((state) => {
      const ends = pair ?? state.connections[selected ?? ""];
      return [ends?.source, ends?.destination];
    }),
  );
  const place = useMemo(() => {
    if (!source || !destination) return null;
    const [down, over] = turned ? [destination, source] : [source, destination];
    const row = rows.findIndex((item) => holds(item, down));
    const column = columns.findIndex((item) => holds(item, over));
    return row < 0 || column < 0 ? null : { row, column };
  }, [rows, columns, source, destination, turned]);
  const key = place ? `${source} ${destination}` : "";
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another choice scrolls, not a table that changed
  useEffect(() => {
    if (!place || !scroller.current) return;
    bringIntoView(scroller.current, { row: place.row + 1, column: place.column + 1 }, across, down, head);
  }, [key]);
  return place;
}

function holds({ spots }: Item, id: string): boolean {
  return spots.some(({ ids, end }) => ids.includes(id) || end.cidrs[0] === id);
}
