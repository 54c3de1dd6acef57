/** The rows and columns that are shown: filtered, ordered, and folded by namespace. */
import { readPort } from "@/model/port-words";
import type { Reach } from "@/store/reach";
import { isFiltered, type Passing, type TableView } from "@/store/table";
import { type Judge, judgeFor, OUTSIDE, passage, type Spot, type Sum, sumOf, UNDECIDED } from "./spots";

/** A row or a column: one spot, or a folded namespace with all of its spots. */
export interface Item {
  key: string;
  name: string;
  group: string;
  folded: boolean;
  /** The first one of its namespace: it has the button that folds. */
  first: boolean;
  spots: readonly Spot[];
}

export interface Axes {
  sources: Item[];
  destinations: Item[];
  /** How many spots are not shown, because of filters. */
  hidden: number;
}

/** Pairs (of ids) with a drawn arrow. */
export type Drawn = ReadonlySet<string>;

const SMALL = 40;
// Made once: `localeCompare` with options makes one for every two names.
const NAMES = new Intl.Collator("en", { numeric: true });

/** The folded namespaces: what the person chose, or on a large board all of them. */
export function foldedOf(spots: readonly Spot[], { folded }: Pick<TableView, "folded">): ReadonlySet<string> {
  if (folded) return new Set(folded);
  return new Set(spots.length > SMALL ? groupsOf(spots).filter((group) => group !== OUTSIDE) : []);
}

export function groupsOf(spots: readonly Spot[]): string[] {
  return [...new Set(spots.map(({ group }) => group))];
}

export function axesOf(reach: Reach, spots: readonly Spot[], view: TableView, drawn: Drawn): Axes {
  const named = (text: string) => {
    const wanted = text.trim().toLowerCase();
    return wanted ? spots.filter(({ name }) => name.toLowerCase().includes(wanted)) : [...spots];
  };
  const judge = judgeFor(reach, readPort(view.port));
  const [from, to] = fitting(reach, named(view.from), named(view.to), view.passing, judge, drawn);
  const folded = foldedOf(spots, view);
  const order = (mine: Spot[], count: (spot: Spot) => number) => ordered(mine, view.order, count);
  return {
    sources: itemsOf(
      order(from, (spot) => sumOf(reach, [spot], to, judge).open),
      folded,
    ),
    destinations: itemsOf(
      order(to, (spot) => sumOf(reach, from, [spot], judge).open),
      folded,
    ),
    hidden: isFiltered(view) ? 2 * spots.length - from.length - to.length : 0,
  };
}

/** Without the rows and columns in which no cell is as wanted. */
function fitting(
  reach: Reach,
  from: Spot[],
  to: Spot[],
  passing: Passing,
  judge: Judge,
  drawn: Drawn,
): [Spot[], Spot[]] {
  if (passing === "any") return [from, to];
  const fits = (source: Spot, destination: Spot): boolean => {
    if (passing === "drawn") return isDrawn(drawn, source, destination);
    const value = passage(reach, source, destination);
    return passing === "undecided" ? value === UNDECIDED : judge(value) === (passing === "something");
  };
  const sources = new Set<Spot>();
  const destinations = new Set<Spot>();
  for (const source of from) {
    for (const destination of to) {
      if (sources.has(source) && destinations.has(destination)) continue;
      if (!fits(source, destination)) continue;
      sources.add(source);
      destinations.add(destination);
    }
  }
  return [from.filter((spot) => sources.has(spot)), to.filter((spot) => destinations.has(spot))];
}

export function isDrawn(drawn: Drawn, source: Spot, destination: Spot): boolean {
  return source.ids.some((id) => destination.ids.some((to) => drawn.has(`${id} ${to}`)));
}

/** Whether a cell is what the filter asks for; one that is not steps back. */
export function fits(sum: Sum, passing: Passing, hasArrow: boolean): boolean {
  if (passing === "any") return true;
  if (passing === "drawn") return hasArrow;
  if (passing === "undecided") return sum.undecided > 0;
  return passing === "something" ? sum.open > 0 : sum.open < sum.pairs;
}

/** By namespace, what is outside last; within one by name, or by how many others they reach. */
function ordered(spots: Spot[], order: TableView["order"], count: (spot: Spot) => number): Spot[] {
  const sign = { name: 0, most: -1, least: 1 }[order];
  const counts = new Map(sign === 0 ? [] : spots.map((spot) => [spot, count(spot)] as const));
  const sums = new Map<string, number>();
  for (const [{ group }, one] of counts) sums.set(group, (sums.get(group) ?? 0) + one);
  const away = (a: Spot, b: Spot) => Number(a.group === OUTSIDE) - Number(b.group === OUTSIDE);
  const byGroup = (a: Spot, b: Spot) =>
    sign * ((sums.get(a.group) ?? 0) - (sums.get(b.group) ?? 0)) || a.group.localeCompare(b.group);
  const byCount = (a: Spot, b: Spot) => sign * ((counts.get(a) ?? 0) - (counts.get(b) ?? 0));
  const byName = (a: Spot, b: Spot) =>
    Number(a.end.cidrs.length > 0) - Number(b.end.cidrs.length > 0) || NAMES.compare(a.name, b.name);
  return spots.sort((a, b) => away(a, b) || byGroup(a, b) || byCount(a, b) || byName(a, b));
}

function itemsOf(spots: readonly Spot[], folded: ReadonlySet<string>): Item[] {
  const items: Item[] = [];
  for (const [group, mine] of gathered(spots)) {
    if (folded.has(group)) {
      items.push({ key: `folded ${group}`, name: group, group, folded: true, first: true, spots: mine });
      continue;
    }
    for (const [index, spot] of mine.entries()) {
      items.push({ key: spot.key, name: spot.name, group, folded: false, first: index === 0, spots: [spot] });
    }
  }
  return items;
}

function gathered(spots: readonly Spot[]): Map<string, Spot[]> {
  const found = new Map<string, Spot[]>();
  for (const spot of spots) {
    const mine = found.get(spot.group);
    if (mine) mine.push(spot);
    else found.set(spot.group, [spot]);
  }
  return found;
}
