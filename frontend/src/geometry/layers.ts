import type { Link, Piece } from "./arrange";
import type { XY } from "./shapes";

// Things without any link fill rows of this many.
const LOOSE_IN_A_ROW = 4;
const SWEEPS = 6;

/** Places for linked things in columns, sources to the left, each column ordered so that few links cross; then what
 * has no link, in rows below. Takes cycles by leaving out the links that close them. */
export function layered(pieces: readonly Piece[], links: readonly Link[], gap: XY): Map<string, XY> {
  const known = new Set(pieces.map(({ id }) => id));
  const real = links.filter(
    (link) => link.source !== link.destination && known.has(link.source) && known.has(link.destination),
  );
  const linked = new Set(real.flatMap(({ source, destination }) => [source, destination]));
  const columns = columnsOf(
    pieces.filter(({ id }) => linked.has(id)),
    withoutCycles(real),
  );
  untangle(columns, real);
  const places = new Map<string, XY>();
  const heights = columns.map((column) => column.reduce((sum, { height }) => sum + height + gap.y, -gap.y));
  const tallest = Math.max(0, ...heights);
  let x = 0;
  columns.forEach((column, index) => {
    let y = (tallest - (heights[index] ?? 0)) / 2;
    for (const piece of column) {
      places.set(piece.id, { x, y });
      y += piece.height + gap.y;
    }
    x += Math.max(...column.map(({ width }) => width)) + gap.x;
  });
  placeLoose(
    pieces.filter(({ id }) => !linked.has(id)),
    columns.length > 0 ? tallest + gap.y : 0,
    gap,
    places,
  );
  return places;
}

function placeLoose(pieces: Piece[], top: number, gap: XY, places: Map<string, XY>): void {
  const across = Math.max(LOOSE_IN_A_ROW, Math.ceil(Math.sqrt(pieces.length * 1.2)));
  let y = top;
  for (let start = 0; start < pieces.length; start += across) {
    const row = pieces.slice(start, start + across);
    let x = 0;
    for (const piece of row) {
      places.set(piece.id, { x, y });
      x += piece.width + gap.x;
    }
    y += Math.max(...row.map(({ height }) => height)) + gap.y;
  }
}

/** The links without those that lead back to where a walk came from. */
function withoutCycles(links: readonly Link[]): Link[] {
  const out = new Map<string, Link[]>();
  for (const link of links) out.set(link.source, [...(out.get(link.source) ?? []), link]);
  const state = new Map<string, "open" | "done">();
  const kept: Link[] = [];
  const walk = (id: string): void => {
    state.set(id, "open");
    for (const link of out.get(id) ?? []) {
      if (state.get(link.destination) === "open") continue;
      kept.push(link);
      if (!state.has(link.destination)) walk(link.destination);
    }
    state.set(id, "done");
  };
  const entered = new Set(links.map(({ destination }) => destination));
  // Where nothing leads to, the walks begin; what is left after that lies on cycles.
  for (const id of [...out.keys()].sort((a, b) => Number(entered.has(a)) - Number(entered.has(b)))) {
    if (!state.has(id)) walk(id);
  }
  return kept;
}

/** Each piece in the column after the last of those that lead to it. */
function columnsOf(pieces: Piece[], links: Link[]): Piece[][] {
  const depth = new Map(pieces.map(({ id }) => [id, 0]));
  // At most as many rounds as pieces: the longest way.
  for (let changed = true, round = 0; changed && round <= pieces.length; round++) {
    changed = false;
    for (const { source, destination } of links) {
      const least = (depth.get(source) ?? 0) + 1;
      if ((depth.get(destination) ?? 0) < least) {
        depth.set(destination, least);
        changed = true;
      }
    }
  }
  const columns: Piece[][] = [];
  for (const piece of pieces) {
    const at = depth.get(piece.id) ?? 0;
    columns[at] ??= [];
    columns[at].push(piece);
  }
  return columns.filter((column) => column !== undefined);
}

/** Orders each column by the mean place of its neighbours, to and fro. */
function untangle(columns: Piece[][], links: readonly Link[]): void {
  const neighbours = new Map<string, string[]>();
  for (const { source, destination } of links) {
    neighbours.set(source, [...(neighbours.get(source) ?? []), destination]);
    neighbours.set(destination, [...(neighbours.get(destination) ?? []), source]);
  }
  const places = new Map<string, number>();
  const number = (column: Piece[]) => column.forEach(({ id }, index) => void places.set(id, index - column.length / 2));
  columns.forEach(number);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const column of sweep % 2 ? columns.toReversed() : columns) {
      const mean = new Map(
        column.map(({ id }) => {
          const around = (neighbours.get(id) ?? []).map((other) => places.get(other) ?? 0);
          return [id, around.reduce((sum, each) => sum + each, 0) / Math.max(1, around.length)];
        }),
      );
      column.sort((a, b) => (mean.get(a.id) ?? 0) - (mean.get(b.id) ?? 0));
      number(column);
    }
  }
}
