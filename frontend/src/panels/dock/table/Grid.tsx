import { type CSSProperties, type ReactNode, useMemo, useRef } from "react";
import type { XY } from "@/geometry/shapes";
import { useStretch } from "../use-stretch";
import { edgesOf, type Part, partOf } from "../window";
import type { Item } from "./axes";
import { Cell } from "./Cell";
import { choose, openCellMenu, toggleFold } from "./choose";
import { Head } from "./Head";
import { columnWidth, HEAD_HEIGHT, headWidth, ROW_HEIGHT } from "./measures";
import { useChosenPlace } from "./use-chosen-place";
import { useGridKeys } from "./use-grid-keys";
import type { TableModel } from "./use-table-model";
import "./grid.css";

// Beyond what is seen, so that scrolling shows no gaps.
const SPARE = 160;

/** The grid itself. Only the rows and columns in view stand in the page: of 2,000 pods there would be 4,000,000 cells.
 * Row 0 and column 0 are the heads, as the keyboard walks them. */
export function Grid({ model }: { model: TableModel }) {
  const scroller = useRef<HTMLDivElement>(null);
  const stretch = useStretch(scroller);
  const [rows, columns] = sidesOf(model);
  const { head, across, down } = useMemo(
    () => ({
      head: headWidth(rows),
      across: edgesOf(columns.map(columnWidth)),
      down: edgesOf(rows.map(() => ROW_HEIGHT)),
    }),
    [rows, columns],
  );
  const wide = partOf(across, stretch.left, stretch.width - head, SPARE);
  const high = partOf(down, stretch.top, stretch.height - HEAD_HEIGHT, SPARE);
  const chosen = useChosenPlace(scroller, { rows, columns, across, down, head, turned: model.view.turned });
  const open = (row: number, column: number) => act(model, rows[row - 1], columns[column - 1]);
  const keys = useGridKeys({ scroller, rows: rows.length, columns: columns.length, across, down, head, open });
  const shown = columns.slice(wide.first, wide.end);
  const corner = model.view.turned ? "to \\ from" : "from \\ to";
  return (
    <div className="grid" ref={scroller}>
      <table
        aria-colcount={columns.length + 1}
        aria-label={model.view.turned ? "Who may be reached from whom" : "Who may reach whom"}
        aria-rowcount={rows.length + 1}
        className="grid__table"
        style={{ width: head + (across.at(-1) ?? 0) }}
        {...keys.table}
      >
        <colgroup>
          <col style={{ width: head }} />
          {wide.before > 0 && <col style={{ width: wide.before }} />}
          {shown.map((item) => (
            <col key={item.key} style={{ width: columnWidth(item) }} />
          ))}
          {wide.after > 0 && <col style={{ width: wide.after }} />}
        </colgroup>
        <thead>
          <tr aria-rowindex={1} style={heightOf(HEAD_HEIGHT)}>
            <th aria-colindex={1} className="grid__corner" scope="col" {...keys.at(0, 0)}>
              {corner}
            </th>
            <Beside part={wide}>
              {shown.map((item, index) => (
                <Head
                  index={wide.first + index + 2}
                  item={item}
                  key={item.key}
                  onToggle={() => toggleFold(model, item.group)}
                  scope="col"
                  {...keys.at(0, wide.first + index + 1)}
                />
              ))}
            </Beside>
          </tr>
        </thead>
        <tbody>
          <Gap height={high.before} />
          {rows.slice(high.first, high.end).map((row, index) => (
            <tr aria-rowindex={high.first + index + 2} key={row.key} style={heightOf(ROW_HEIGHT)}>
              <Head
                index={1}
                item={row}
                onToggle={() => toggleFold(model, row.group)}
                scope="row"
                {...keys.at(high.first + index + 1, 0)}
              />
              <Beside part={wide}>
                {shown.map((column, place) => (
                  <Cell
                    chosen={chosen?.row === high.first + index && chosen.column === wide.first + place}
                    column={column}
                    index={wide.first + place + 2}
                    key={column.key}
                    model={model}
                    onMenu={(at) => menuOf(model, row, column, at)}
                    onOpen={() => act(model, row, column)}
                    row={row}
                    {...keys.at(high.first + index + 1, wide.first + place + 1)}
                  />
                ))}
              </Beside>
            </tr>
          ))}
          <Gap height={high.after} />
        </tbody>
      </table>
    </div>
  );
}

/** Rows and columns: sources and destinations, or turned round. */
export function sidesOf({ axes, view }: TableModel): [Item[], Item[]] {
  return view.turned ? [axes.destinations, axes.sources] : [axes.sources, axes.destinations];
}

/** What Enter and a click do: a head folds its namespace or unfolds it, a cell opens what it is about. */
function act(model: TableModel, row: Item | undefined, column: Item | undefined): void {
  const group = (row ?? column)?.group;
  if (row && column) choose(model, ...(model.view.turned ? ([column, row] as const) : ([row, column] as const)));
  else if (group) toggleFold(model, group);
}

function menuOf(model: TableModel, row: Item, column: Item, at: XY): void {
  openCellMenu(model, ...(model.view.turned ? ([column, row] as const) : ([row, column] as const)), at);
}

function heightOf(height: number): CSSProperties {
  return { height };
}

/** The room of the rows that do not stand in the page. */
function Gap({ height }: { height: number }) {
  return (
    height > 0 && (
      <tr className="grid__gap" style={{ height }}>
        <td />
      </tr>
    )
  );
}

/** The cells of a row, with the room of those that do not stand in the page. */
function Beside({ part, children }: { part: Part; children: ReactNode }) {
  return (
    <>
      {part.before > 0 && <td className="grid__gap" />}
      {children}
      {part.after > 0 && <td className="grid__gap" />}
    </>
  );
}
