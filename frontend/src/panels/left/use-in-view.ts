import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import { FINGERS } from "@/geometry/fingers";
import { edgesOf, partOf } from "@/panels/dock/window";

// Of a row, as outline.css has it, and how much more than what can be seen stands in the page.
// As high as outline.css and coarse.css make them.
const ROW = FINGERS ? 44 : 25;
const SPARE = 250;

/** Which rows of a long list stand in the page: those that can be seen, and some on both sides; and the way to bring
 * one into view. */
export function useInView(tree: RefObject<HTMLElement | null>, rows: readonly { key: string }[]) {
  const [seen, setSeen] = useState({ from: 0, height: 600 });
  const look = useCallback(() => {
    const { scrollTop = 0, clientHeight = 0 } = tree.current ?? {};
    setSeen((before) =>
      before.from === scrollTop && before.height === clientHeight ? before : { from: scrollTop, height: clientHeight },
    );
  }, [tree]);
  useLayoutEffect(() => {
    look();
    const observer = new ResizeObserver(look);
    if (tree.current) observer.observe(tree.current);
    return () => observer.disconnect();
  }, [look, tree]);
  const edges = useMemo(() => edgesOf(rows.map(() => ROW)), [rows]);
  const latest = useRef(rows);
  latest.current = rows;
  const reveal = useCallback(
    (key: string) => {
      const index = latest.current.findIndex((row) => row.key === key);
      const element = tree.current;
      if (index === -1 || !element) return;
      const [top, bottom] = [index * ROW, (index + 1) * ROW];
      if (top < element.scrollTop) element.scrollTop = top;
      else if (bottom > element.scrollTop + element.clientHeight) element.scrollTop = bottom - element.clientHeight;
    },
    [tree],
  );
  return { part: partOf(edges, seen.from, seen.height, SPARE), onScroll: look, reveal };
}
