import { useLayoutEffect, useMemo, useRef, useState } from "react";
import type { RevisionEntry } from "@/wire/messages";
import { edgesOf, partOf } from "../window";
import { linesOf } from "./days";
import { Entry } from "./Entry";
import { usePeek } from "./use-peek";

// As in the style sheet.
const LINE = 30;
const SPARE = 300;

type ListProps = {
  entries: RevisionEntry[];
  newest: number;
  chosen: number[];
  choose: (revision: number) => void;
  /** Called when the end comes near. */
  more: () => void;
};

/** The lines in view and a few more: a board may have thousands. */
export function List({ entries, newest, chosen, choose, more }: ListProps) {
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 400 });
  const peek = usePeek();
  const lines = useMemo(() => linesOf(entries), [entries]);
  const edges = useMemo(() => edgesOf(lines.map(() => LINE)), [lines]);
  const part = partOf(edges, view.top, view.height, SPARE);
  const look = () => {
    if (box.current) setView({ top: box.current.scrollTop, height: box.current.clientHeight });
  };
  useLayoutEffect(() => {
    const observer = new ResizeObserver(look);
    if (box.current) observer.observe(box.current);
    return () => observer.disconnect();
  });
  useLayoutEffect(() => {
    if (part.end >= lines.length) more();
  }, [part.end, lines.length, more]);
  return (
    <div className="history__scroll" onScroll={look} ref={box}>
      <ol className="history" style={{ paddingTop: part.before, paddingBottom: part.after }}>
        {lines.slice(part.first, part.end).map((line) =>
          line.kind === "day" ? (
            <li className="history__day" key={line.day}>
              {line.day}
            </li>
          ) : (
            <Entry
              choose={choose}
              chosen={chosen.includes(line.entry.revision)}
              entry={line.entry}
              key={line.entry.revision}
              newest={line.entry.revision === newest}
              peek={peek}
            />
          ),
        )}
      </ol>
    </div>
  );
}
