import { type ReactNode, useMemo, useRef } from "react";
import { signOf, toneOf, wordOf } from "@/panels/parts/VerdictMark";
import { isSelected, selectOne } from "@/store/ui";
import { useBoard, useUi } from "@/store/use";
import { type End, type Entry, type Matrix, matrixOf, portText } from "./matrix";
import { columnWidth, HEAD_HEIGHT, headWidth, rowHeight } from "./table-sizes";
import { useStretch } from "./use-stretch";
import { edgesOf, type Part, partOf } from "./window";
import "./reachability.css";

/** The drawn arrows as a table: what an arrow can do, its cell can do. */
export function Reachability() {
  const namespaces = useBoard((state) => state.namespaces);
  const pods = useBoard((state) => state.pods);
  const hosts = useBoard((state) => state.hosts);
  const connections = useBoard((state) => state.connections);
  const verdicts = useBoard((state) => state.verdicts);
  const matrix = useMemo(
    () => matrixOf({ namespaces, pods, hosts, connections }, verdicts),
    [namespaces, pods, hosts, connections, verdicts],
  );
  if (matrix.sources.length === 0) {
    return <p className="dock__empty">No arrow yet. Draw one from a pod to another, and it gets a cell here.</p>;
  }
  return <Table matrix={matrix} />;
}

// Beyond what is seen, so that scrolling shows no gaps.
const SPARE = 160;

/** Only the rows and columns in view stand in the page: with 200 pods there would be 40,000 cells, and everything
 * else on the page would wait for them. */
function Table({ matrix }: { matrix: Matrix }) {
  const scroller = useRef<HTMLDivElement>(null);
  const stretch = useStretch(scroller);
  const { head, across, down } = useMemo(() => sizesOf(matrix), [matrix]);
  const columns = partOf(across, stretch.left, stretch.width - head, SPARE);
  const rows = partOf(down, stretch.top, stretch.height - HEAD_HEIGHT, SPARE);
  const destinations = matrix.destinations.slice(columns.first, columns.end);
  return (
    <div className="reachability" ref={scroller}>
      <table
        aria-colcount={matrix.destinations.length + 1}
        aria-rowcount={matrix.sources.length + 1}
        className="reachability__table"
        style={{ width: head + (across.at(-1) ?? 0) }}
      >
        <caption className="visually-hidden">
          Verdicts of the drawn arrows: a row for each source, a column for each destination
        </caption>
        <colgroup>
          <col style={{ width: head }} />
          {columns.before > 0 && <col style={{ width: columns.before }} />}
          {destinations.map((end) => (
            <col key={end.id} style={{ width: columnWidth(end) }} />
          ))}
          {columns.after > 0 && <col style={{ width: columns.after }} />}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th aria-colindex={1} className="reachability__corner" scope="col">
              from \ to
            </th>
            <Beside part={columns}>
              {destinations.map((end, index) => (
                <th
                  aria-colindex={columns.first + index + 2}
                  className="ellipsis"
                  key={end.id}
                  scope="col"
                  title={end.name}
                >
                  {end.name}
                </th>
              ))}
            </Beside>
          </tr>
        </thead>
        <tbody>
          <Gap height={rows.before} />
          {matrix.sources.slice(rows.first, rows.end).map((source, index) => (
            <tr aria-rowindex={rows.first + index + 2} key={source.id} style={{ height: rowHeight(source) }}>
              <th aria-colindex={1} className="ellipsis" scope="row" title={source.name}>
                {source.name}
              </th>
              <Beside part={columns}>
                {destinations.map((destination, position) => (
                  <Cell
                    column={columns.first + position + 2}
                    destination={destination}
                    entries={matrix.cell(source.id, destination.id)}
                    key={destination.id}
                    source={source}
                  />
                ))}
              </Beside>
            </tr>
          ))}
          <Gap height={rows.after} />
        </tbody>
      </table>
    </div>
  );
}

function sizesOf({ sources, destinations }: Matrix): { head: number; across: number[]; down: number[] } {
  return {
    head: headWidth(sources),
    across: edgesOf(destinations.map(columnWidth)),
    down: edgesOf(sources.map(rowHeight)),
  };
}

/** The room of the rows that do not stand in the page. */
function Gap({ height }: { height: number }) {
  return (
    height > 0 && (
      <tr className="reachability__gap" style={{ height }}>
        <td />
      </tr>
    )
  );
}

/** The cells of a row, with the room of those that do not stand in the page. */
function Beside({ part, children }: { part: Part; children: ReactNode }) {
  return (
    <>
      {part.before > 0 && <td className="reachability__gap" />}
      {children}
      {part.after > 0 && <td className="reachability__gap" />}
    </>
  );
}

interface CellProps {
  source: End;
  destination: End;
  entries: Entry[];
  /** Its column, counted from 1, as screen readers tell it. */
  column: number;
}

function Cell({ source, destination, entries, column }: CellProps) {
  if (source.id === destination.id) {
    return (
      <td aria-colindex={column} className="reachability__none">
        self
      </td>
    );
  }
  if (entries.length === 0) {
    return (
      <td
        aria-colindex={column}
        className="reachability__none"
        title={`No arrow is drawn from ${source.name} to ${destination.name}`}
      >
        <span aria-hidden="true">·</span>
        <span className="visually-hidden">no arrow</span>
      </td>
    );
  }
  return (
    <td aria-colindex={column} className={`reachability__cell reachability__cell--${cellTone(entries)}`}>
      {entries.map((entry) => (
        <CellEntry entry={entry} key={entry.connection.id} pair={`${source.name} to ${destination.name}`} />
      ))}
    </td>
  );
}

/** One tone when all arrows of the cell agree; a mixture has none, its signs speak. */
function cellTone(entries: Entry[]): string {
  const tones = new Set(entries.map(({ verdict }) => (verdict ? toneOf(verdict.allowed) : "none")));
  return tones.size === 1 ? [...tones].join() : "mixed";
}

function CellEntry({ entry: { connection, verdict }, pair }: { entry: Entry; pair: string }) {
  const chosen = useUi((state) => isSelected(state.selection, connection.id));
  const ports = portText(connection);
  const word = verdict ? wordOf(verdict.allowed) : "not judged yet";
  return (
    <button
      aria-label={`${pair}, port ${ports}: ${word}`}
      aria-pressed={chosen}
      className={`reachability__entry reachability__entry--${verdict ? toneOf(verdict.allowed) : "none"}`}
      onClick={() => selectOne("connections", connection.id)}
      type="button"
    >
      {verdict && signOf(verdict.allowed)} {ports}
    </button>
  );
}
