/** The measures of the table, known without laying it out: what is not in the page takes this room. */
import type { Item } from "./axes";

export const ROW_HEIGHT = 28;
export const HEAD_HEIGHT = 30;
const LEAST_WIDTH = 84;
const MOST_WIDTH = 150;
const MOST_HEAD = 200;
// About the width of a letter of the interface's face at 12 pixels, and a cell's sides.
const LETTER = 6.9;
const SIDES = 22;
const BUTTON = 21;
const COUNT = 34;

export function columnWidth({ name, first, folded }: Item): number {
  return widthFor(name.length, beside(first, folded), MOST_WIDTH);
}

/** The column of the rows' names. */
export function headWidth(rows: readonly Item[]): number {
  return Math.max(110, ...rows.map(({ name, folded }) => widthFor(name.length, beside(true, folded), MOST_HEAD)));
}

/** The button that folds, and how many a folded namespace holds. */
function beside(button: boolean, count: boolean): number {
  return (button ? BUTTON : 0) + (count ? COUNT : 0);
}

function widthFor(letters: number, more: number, most: number): number {
  return Math.round(Math.min(most, Math.max(LEAST_WIDTH, SIDES + more + letters * LETTER)));
}
