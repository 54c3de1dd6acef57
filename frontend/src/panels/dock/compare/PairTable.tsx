import { useMemo, useRef, useState } from "react";
import { useComparison } from "@/store/comparison";
import type { ComparedPairs, Pair } from "@/wire/messages";
import { useStretch } from "../use-stretch";
import { edgesOf, partOf } from "../window";
import { choosePair } from "./comparing";
import { type Column, pairKey, placeText, portWords, reasons, rowsOf, type Sorting, type Turn } from "./pairs";

const TURNS: Record<Turn, string> = {
  gained: "+ gained",
  lost: "− lost",
  changed: "± both",
  unchanged: "= unchanged",
};
const COLUMNS: readonly { column: Column; label: string }[] = [
  { column: "turn", label: "Change" },
  { column: "source", label: "From" },
  { column: "destination", label: "To" },
  { column: "ports", label: "Ports" },
];
// As in the style sheet.
const LINE = 17;
const AROUND = 11;
const SPARE = 300;

/** Every pair of workloads, drawn or not. A click shows it on the canvas. */
export function PairTable({ pairs }: { pairs: ComparedPairs }) {
  const [text, setText] = useState("");
  const [turn, setTurn] = useState<Turn | "all" | "differing">("differing");
  const [sorting, setSorting] = useState<Sorting>({ column: "turn", down: false });
  const rows = useMemo(() => {
    const all = turn === "all" || turn === "unchanged" ? [...pairs.listed, ...pairs.alike] : pairs.listed;
    return rowsOf(all, text, turn === "differing" ? "all" : turn, sorting);
  }, [pairs, text, turn, sorting]);
  const sort = (column: Column) => setSorting({ column, down: sorting.column === column && !sorting.down });
  return (
    <div className="pairs">
      <div className="pairs__tools">
        <input
          aria-label="Find pairs by place, port or policy"
          className="field__input"
          onChange={(event) => setText(event.target.value)}
          placeholder="Find by place, port or policy"
          type="search"
          value={text}
        />
        <select
          aria-label="Which pairs"
          className="field__input"
          onChange={(event) => setTurn(event.target.value as typeof turn)}
          value={turn}
        >
          <option value="differing">All that differ ({pairs.listed.length + pairs.left_out})</option>
          <option value="gained">Gained ({pairs.gained})</option>
          <option value="lost">Lost ({pairs.lost})</option>
          <option value="unchanged">Unchanged ({pairs.unchanged})</option>
          <option value="all">All</option>
        </select>
        <span className="muted" role="status">
          {rows.length === 1 ? "1 pair" : `${rows.length} pairs`}
        </span>
        {pairs.left_out > 0 && <span className="muted">{pairs.left_out} more differ and are not listed.</span>}
        {(turn === "unchanged" || turn === "all") && pairs.alike.length < pairs.unchanged && (
          <span className="muted">Of the unchanged ones the first {pairs.alike.length} are listed.</span>
        )}
      </div>
      {rows.length === 0 ? (
        <p className="dock__empty">{text ? "No pair is found." : "No connection was gained or lost."}</p>
      ) : (
        <Table onSort={sort} rows={rows} sorting={sorting} />
      )}
    </div>
  );
}

type TableProps = { rows: Pair[]; sorting: Sorting; onSort: (column: Column) => void };

/** Only the rows in view stand in the page: there may be thousands. */
function Table({ rows, sorting, onSort }: TableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const stretch = useStretch(scroller);
  const edges = useMemo(() => edgesOf(rows.map(heightOf)), [rows]);
  const part = partOf(edges, stretch.top, stretch.height, SPARE);
  return (
    <div className="pairs__scroll" ref={scroller}>
      <table aria-rowcount={rows.length + 1} className="pairs__table">
        <caption className="visually-hidden">Pairs of workloads, with what each gained and lost</caption>
        <thead>
          <tr aria-rowindex={1}>
            {COLUMNS.map(({ column, label }) => (
              <th aria-sort={sortOf(sorting, column)} key={column} scope="col">
                <button onClick={() => onSort(column)} type="button">
                  {label}
                  <span aria-hidden="true">{sorting.column === column ? (sorting.down ? " ↓" : " ↑") : ""}</span>
                </button>
              </th>
            ))}
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {part.before > 0 && <tr style={{ height: part.before }} />}
          {rows.slice(part.first, part.end).map((pair, index) => (
            <Row at={part.first + index + 2} key={pairKey(pair)} pair={pair} />
          ))}
          {part.after > 0 && <tr style={{ height: part.after }} />}
        </tbody>
      </table>
    </div>
  );
}

function sortOf({ column, down }: Sorting, own: Column): "ascending" | "descending" | "none" {
  if (column !== own) return "none";
  return down ? "descending" : "ascending";
}

function linesOf(pair: Pair): { ports: string[]; why: string[] } {
  const [gained, lost] = [portWords(pair.gained), portWords(pair.lost)];
  const ports =
    pair.turn === "unchanged" ? [`= ${portWords(pair.after)}`] : [gained && `+ ${gained}`, lost && `− ${lost}`];
  const several = pair.why.length > 1;
  const why = pair.why.flatMap((part) =>
    reasons(part).map((line) => (several ? `${portWords(part.ports)} ${line}` : line)),
  );
  return { ports: ports.filter(Boolean) as string[], why };
}

function heightOf(pair: Pair): number {
  const { ports, why } = linesOf(pair);
  return Math.max(1, ports.length, why.length) * LINE + AROUND;
}

function Row({ pair, at }: { pair: Pair; at: number }) {
  const chosen = useComparison((state) => state.chosen === pairKey(pair));
  const { ports, why } = linesOf(pair);
  return (
    <tr
      aria-rowindex={at}
      className="pairs__row"
      data-chosen={chosen}
      data-turn={pair.turn}
      onClick={() => choosePair(pair)}
      style={{ height: heightOf(pair) }}
    >
      <td>
        <button
          aria-label={`Show ${pairKey(pair)} on the canvas`}
          aria-pressed={chosen}
          className={`pairs__turn pairs__turn--${pair.turn}`}
          onClick={(event) => {
            event.stopPropagation();
            choosePair(pair);
          }}
          type="button"
        >
          {TURNS[pair.turn]}
        </button>
      </td>
      <td className="ellipsis" title={placeText(pair.source)}>
        {placeText(pair.source)}
      </td>
      <td className="ellipsis" title={placeText(pair.destination)}>
        {placeText(pair.destination)}
      </td>
      <td>
        {ports.map((line) => (
          <div className="ellipsis mono" key={line} title={line}>
            {line}
          </div>
        ))}
      </td>
      <td>
        {why.map((line) => (
          <div className="ellipsis" key={line} title={line}>
            {line}
          </div>
        ))}
      </td>
    </tr>
  );
}
