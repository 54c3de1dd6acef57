/** Which part of a long row of things has to stand in the page, when only a stretch of it can be seen. */

/** Where each thing begins, and at last where all end: one number more than there are sizes. */
export function edgesOf(sizes: readonly number[]): number[] {
  const edges = [0];
  for (const size of sizes) edges.push((edges.at(-1) ?? 0) + size);
  return edges;
}

/** The part shown: things `first` up to, but without, `end`, and the room that those before and after them take. */
export interface Part {
  first: number;
  end: number;
  before: number;
  after: number;
}

/** The things that touch the stretch from `from`, `length` long, with `spare` more pixels on both of its sides. */
export function partOf(edges: readonly number[], from: number, length: number, spare: number): Part {
  const count = edges.length - 1;
  const whole = edges[count] ?? 0;
  // Scrolled beyond an end, as elastic scrolling does, the end stays in view.
  const start = Math.max(0, Math.min(from, whole - length) - spare);
  const first = Math.max(0, Math.min(count - 1, firstBeyond(edges, start) - 1));
  const end = Math.min(count, Math.max(first + 1, firstBeyond(edges, start + length + 2 * spare)));
  return { first, end, before: edges[first] ?? 0, after: whole - (edges[end] ?? whole) };
}

/** The position of the first edge that lies beyond a point, by halving; their number when none does. */
function firstBeyond(edges: readonly number[], point: number): number {
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? 0) > point) high = middle;
    else low = middle + 1;
  }
  return low;
}
