/** The measures of the reachability table, known without laying it out: what is not in the page takes this room. */
import type { End } from "./matrix";

export const HEAD_HEIGHT = 28;
const LINE_HEIGHT = 27;
const LEAST_WIDTH = 64;
const MOST_WIDTH = 150;
// About the width of a letter of the interface's face at 12 pixels, and a cell's sides.
const LETTER = 7.2;
const SIDES = 23;

/** Each of a cell's arrows has a line of its own; below them runs the cell's border. */
export function rowHeight({ most }: End): number {
  return Math.max(1, most) * LINE_HEIGHT + 1;
}

/** Room for the name, and for a sign and a port. */
export function columnWidth({ name, letters }: End): number {
  return widthFor(Math.max(name.length, letters + 3));
}

/** The column of the sources' names. */
export function headWidth(sources: readonly End[]): number {
  return widthFor(Math.max(9, ...sources.map(({ name }) => name.length)));
}

function widthFor(letters: number): number {
  return Math.round(Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, SIDES + letters * LETTER)));
}
