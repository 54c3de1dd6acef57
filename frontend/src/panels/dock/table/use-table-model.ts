import { useDeferredValue, useEffect, useMemo } from "react";
import { placeName } from "@/model/places";
import { readPort } from "@/model/port-words";
import type { ConnectionRecord } from "@/model/records";
import { type Reach, useReach } from "@/store/reach";
import { recallTable, type TableView, useTable } from "@/store/table";
import { useBoard } from "@/store/use";
import { watchReach } from "@/sync/reach";
import { type Axes, axesOf, type Item } from "./axes";
import type { Question } from "./cell";
import { judgeFor, type Spot, spotsOf } from "./spots";

export interface TableModel {
  reach: Reach;
  view: TableView;
  spots: readonly Spot[];
  axes: Axes;
  question: Question;
  /** By "source destination" (ids), the arrows drawn between them. */
  arrows: ReadonlyMap<string, readonly ConnectionRecord[]>;
  /** By the keys of a source's and a destination's item, how many arrows are drawn between them. */
  counts: ReadonlyMap<string, number>;
}

/** The table as it is to be shown; null until the first answer has come. It follows the board and what is typed. */
export function useTableModel(): { model: TableModel | null; failure: string | null } {
  const board = useBoard((state) => state.board?.id);
  useEffect(() => {
    if (!board) return;
    recallTable(board);
    return watchReach(board);
  }, [board]);
  // Thousands of cells come after the arrows.
  const reach = useDeferredValue(useReach((state) => state.reach));
  const failure = useReach((state) => state.failure);
  const view = useTable((state) => state);
  const namespaces = useBoard((state) => state.namespaces);
  const pods = useBoard((state) => state.pods);
  const hosts = useBoard((state) => state.hosts);
  const connections = useBoard((state) => state.connections);
  const arrows = useMemo(() => arrowsBetween(connections), [connections]);
  const spots = useMemo(
    () => (reach ? spotsOf(reach, view.by, (id) => placeName({ namespaces, pods, hosts }, id)) : []),
    [reach, view.by, namespaces, pods, hosts],
  );
  const model = useMemo(() => (reach ? modelOf(reach, view, spots, arrows) : null), [reach, view, spots, arrows]);
  return { model, failure };
}

export function modelOf(
  reach: Reach,
  view: TableView,
  spots: readonly Spot[],
  arrows: TableModel["arrows"],
): TableModel {
  const axes = axesOf(reach, spots, view, new Set(arrows.keys()));
  const asked = readPort(view.port);
  const question = { asked, judge: judgeFor(reach, asked) };
  return { reach, view, spots, axes, question, arrows, counts: countsOf(axes, arrows) };
}

function countsOf({ sources, destinations }: Axes, arrows: TableModel["arrows"]): Map<string, number> {
  const itemOf = (items: readonly Item[]) =>
    new Map(items.flatMap(({ key, spots }) => spots.flatMap(({ ids }) => ids.map((id) => [id, key] as const))));
  const [from, to] = [itemOf(sources), itemOf(destinations)];
  const counts = new Map<string, number>();
  for (const [pair, { length }] of arrows) {
    const [source = "", destination = ""] = pair.split(" ");
    const key = `${from.get(source)}\n${to.get(destination)}`;
    counts.set(key, (counts.get(key) ?? 0) + length);
  }
  return counts;
}

/** How many arrows are drawn between two items. */
export function drawnBetween({ counts }: TableModel, source: Item, destination: Item): number {
  return counts.get(`${source.key}\n${destination.key}`) ?? 0;
}

function arrowsBetween(connections: Record<string, ConnectionRecord>): Map<string, ConnectionRecord[]> {
  const found = new Map<string, ConnectionRecord[]>();
  for (const connection of Object.values(connections)) {
    const key = `${connection.source} ${connection.destination}`;
    const mine = found.get(key);
    if (mine) mine.push(connection);
    else found.set(key, [connection]);
  }
  for (const mine of found.values()) mine.sort((a, b) => a.port - b.port);
  return found;
}

/** The arrows drawn between any pods of two spots. */
export function arrowsOf({ arrows }: TableModel, source: Spot, destination: Spot): ConnectionRecord[] {
  return source.ids.flatMap((id) => destination.ids.flatMap((to) => arrows.get(`${id} ${to}`) ?? []));
}
