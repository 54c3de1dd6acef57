import { useState } from "react";
import type { Row } from "./preview-rows";

const HEIGHT = 44;
const SEEN = 264;
const SPARE = 4;

/** Rows of one height, of which only those in sight are in the page: there may be thousands. */
export function RowList({ rows, label }: { rows: Row[]; label: string }) {
  const [top, setTop] = useState(0);
  const first = Math.max(0, Math.floor(top / HEIGHT) - SPARE);
  const shown = rows.slice(first, first + Math.ceil(SEEN / HEIGHT) + 2 * SPARE);
  return (
    <section
      aria-label={label}
      className="row-list"
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever uses the keyboard scrolls it too
      tabIndex={0}
    >
      <ul style={{ height: rows.length * HEIGHT }}>
        {shown.map((row, index) => (
          <li
            aria-posinset={first + index + 1}
            aria-setsize={rows.length}
            key={row.key}
            style={{ top: (first + index) * HEIGHT }}
          >
            <span className="row-list__kind">{row.kind}</span>
            <span className="row-list__name mono ellipsis" title={row.name}>
              {row.name}
            </span>
            <span className="row-list__place mono ellipsis" title={row.place}>
              {row.place}
            </span>
            <span className="row-list__note ellipsis" title={row.note}>
              {row.note}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
