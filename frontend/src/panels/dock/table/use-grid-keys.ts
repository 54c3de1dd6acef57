import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from "react";

/** What makes an element a place of the grid: one of them alone is reached by Tab. */
export interface GridPlace {
  "data-grid": string;
  tabIndex: 0 | -1;
}

interface GridSpace {
  scroller: RefObject<HTMLDivElement | null>;
  rows: number;
  columns: number;
  across: readonly number[];
  down: readonly number[];
  head: number;
  /** Row and column count from 0, which is the heads. */
  open: (row: number, column: number) => void;
}

type Place = { row: number; column: number };
const PAGE = 8;

/** The keyboard's way through the grid, as ARIA's pattern has it: arrows, Home and End, Page up and down, Enter. */
export function useGridKeys({ scroller, rows, columns, across, down, head, open }: GridSpace) {
  const [wanted, setWanted] = useState<Place>({ row: 1, column: 1 });
  const focusing = useRef(false);
  const here = { row: Math.min(wanted.row, rows), column: Math.min(wanted.column, columns) };

  // The place may only just have been scrolled into the page.
  useLayoutEffect(() => {
    if (!focusing.current) return;
    const element = scroller.current?.querySelector<HTMLElement>(`[data-grid="${here.row} ${here.column}"]`);
    if (!element) return;
    focusing.current = false;
    element.focus({ preventScroll: true });
  });

  const go = ({ row, column }: Place) => {
    const next = { row: clamp(row, rows), column: clamp(column, columns) };
    const box = scroller.current;
    if (box) bringIntoView(box, next, across, down, head);
    focusing.current = true;
    setWanted(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = stepOf(event, here, rows, columns);
    if (to) go(to);
    else if (event.key === "Enter" || event.key === " ") open(here.row, here.column);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onFocus = (event: React.FocusEvent) => {
    const at = event.target.closest<HTMLElement>("[data-grid]")?.dataset.grid?.split(" ").map(Number);
    if (at) setWanted({ row: at[0] ?? 0, column: at[1] ?? 0 });
  };
  return {
    // A table whose cells can be walked is a grid.
    table: { role: "grid", onKeyDown, onFocus },
    at: (row: number, column: number): GridPlace => ({
      "data-grid": `${row} ${column}`,
      tabIndex: row === here.row && column === here.column ? 0 : -1,
    }),
  };
}

function stepOf(event: KeyboardEvent, { row, column }: Place, rows: number, columns: number): Place | null {
  const whole = event.ctrlKey || event.metaKey;
  const steps: Record<string, Place> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    PageUp: { row: row - PAGE, column },
    PageDown: { row: row + PAGE, column },
    Home: { row: whole ? 1 : row, column: 0 },
    End: { row: whole ? rows : row, column: columns },
  };
  return steps[event.key] ?? null;
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(most, value));
}

const HEAD = 30;

/** Scrolls so far that a place stands beside the sticky heads. */
export function bringIntoView(
  box: HTMLElement,
  { row, column }: Place,
  across: readonly number[],
  down: readonly number[],
  head: number,
): void {
  if (row > 0) {
    const [top, bottom] = [down[row - 1] ?? 0, down[row] ?? 0];
    if (top < box.scrollTop) box.scrollTop = top;
    else if (bottom > box.scrollTop + box.clientHeight - HEAD) box.scrollTop = bottom - box.clientHeight + HEAD;
  }
  if (column > 0) {
    const [left, right] = [across[column - 1] ?? 0, across[column] ?? 0];
    if (left < box.scrollLeft) box.scrollLeft = left;
    else if (right > box.scrollLeft + box.clientWidth - head) box.scrollLeft = right - box.clientWidth + head;
  }
}
