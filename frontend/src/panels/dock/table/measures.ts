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
const BUTTON = 18;

export function columnWidth({ name, first }: Item): number {
  return widthFor(name.length, first, MOST_WIDTH);
}

/** The column of the rows' names. */
export function headWidth(rows: readonly Item[]): number {
  return Math.max(110, ...rows.map(({ name }) => widthFor(name.length, true, MOST_HEAD)));
}

function widthFor(letters: number, button: boolean, most: number): number {
  return Math.round(Math.min(most, Math.max(LEAST_WIDTH, SIDES + (button ? BUTTON : 0) + letters * LETTER)));
}
