import { type RefObject, useEffect, useState } from "react";

/** The height of every row, in pixels; the style of the table keeps to it. */
export const ROW = 38;
const SPARE_ROWS = 8;

export interface RowsInView {
  first: number;
  /** The first row after those in view. */
  end: number;
}

/** The rows that stand in the stretch from `from`, `height` pixels long, and a few before and after them. */
export function rowsIn(count: number, from: number, height: number): RowsInView {
  // Scrolled beyond its end, as elastic scrolling does, the end stays in view.
  const start = Math.max(0, Math.min(from, count * ROW - height));
  const first = Math.max(0, Math.floor(start / ROW) - SPARE_ROWS);
  return { first, end: Math.min(count, Math.ceil((start + height) / ROW) + SPARE_ROWS) };
}

/** Which of `count` rows have to stand in the page: hundreds are more than a browser lays out at each change. */
export function useRowsInView(scroller: RefObject<HTMLElement | null>, count: number): RowsInView {
  const [from, setFrom] = useState(0);
  const [height, setHeight] = useState(900);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const scrolled = () => setFrom(Math.floor(element.scrollTop / ROW) * ROW);
    const sized = new ResizeObserver(() => setHeight(element.clientHeight + ROW));
    element.addEventListener("scroll", scrolled, { passive: true });
    sized.observe(element);
    return () => {
      element.removeEventListener("scroll", scrolled);
      sized.disconnect();
    };
  }, [scroller]);
  return rowsIn(count, from, height);
}
