import type { MouseEvent } from "react";
import type { XY } from "@/geometry/shapes";
import { fits, type Item } from "./axes";
import { lookOf } from "./cell";
import type { GridPlace } from "./use-grid-keys";
import { drawnBetween, type TableModel } from "./use-table-model";

type CellProps = GridPlace & {
  model: TableModel;
  row: Item;
  column: Item;
  /** Its column, counted from 1, as screen readers tell it. */
  index: number;
  /** The selected arrow, or the connection that is looked at, is in it. */
  chosen: boolean;
  onOpen: () => void;
  /** Asked for what can be done to it, at a point of the window. */
  onMenu: (at: XY) => void;
};

export function Cell({ model, row, column, index, chosen, onOpen, onMenu, ...place }: CellProps) {
  const { reach, view } = model;
  const [source, destination] = view.turned ? [column, row] : [row, column];
  const { look, sum } = lookOf(reach, source, destination, model.question);
  const drawn = drawnBetween(model, source, destination);
  const aside = !fits(sum, view.passing, drawn > 0);
  const arrows = drawn === 0 ? "" : drawn === 1 ? ", 1 arrow drawn" : `, ${drawn} arrows drawn`;
  const sentence = `${source.name} to ${destination.name}: ${look.words}${arrows}`;
  // A cell of a table that is a grid is a gridcell, and may be selected.
  const state = { "aria-selected": chosen };
  const classes = [
    "grid__cell",
    `grid__cell--${look.tone}`,
    row.first && !row.folded && "grid__cell--top",
    column.first && !column.folded && "grid__cell--left",
    aside && "grid__cell--aside",
  ];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid's own keys open a cell, see useGridKeys
    <td
      aria-colindex={index}
      className={classes.filter(Boolean).join(" ")}
      data-drawn={drawn > 0}
      onClick={onOpen}
      onContextMenu={(event) => {
        event.preventDefault();
        onMenu(pointOf(event));
      }}
      title={sentence}
      {...place}
      {...state}
    >
      <span aria-hidden="true">{[look.sign, look.text].filter(Boolean).join(" ")}</span>
      <span className="visually-hidden">{sentence}</span>
    </td>
  );
}

/** Where the menu opens: at the pointer; asked for by a key, which has no place of its own, at the cell. */
function pointOf({ clientX, clientY, currentTarget, button }: MouseEvent): XY {
  if (button === 2) return { x: clientX, y: clientY };
  const { left, bottom } = currentTarget.getBoundingClientRect();
  return { x: left + 8, y: bottom - 4 };
}
