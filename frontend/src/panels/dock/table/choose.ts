import type { XY } from "@/geometry/shapes";
import { hasPort, readPort } from "@/model/port-words";
import type { Protocol, Ref } from "@/model/records";
import { boardStore } from "@/store/board";
import { openMenu } from "@/store/menu";
import { changeTable } from "@/store/table";
import { lookAtPair, type Pair, selectOne } from "@/store/ui";
import { foldedOf, type Item } from "./axes";
import { ITSELF, NOT_OURS, passage, type Spot } from "./spots";
import { arrowsOf, type TableModel } from "./use-table-model";

/** Opens what a cell is about: its arrow when one is drawn, else the connection itself. A folded cell unfolds. Answers
 * what was opened. */
export function choose(model: TableModel, source: Item, destination: Item): Ref | "pair" | null {
  const [one] = source.spots;
  const [other] = destination.spots;
  if (source.folded || destination.folded || !one || !other) {
    unfold(model, source, destination);
    return null;
  }
  const asked = readPort(model.view.port);
  const drawn = arrowsOf(model, one, other);
  const fitting = drawn.find(({ protocol, port }) => protocol === asked?.protocol && port === asked.port);
  const arrow = fitting ?? (asked ? undefined : drawn[0]);
  const pair = pairOf(model, one, other);
  if (arrow) {
    selectOne("connections", arrow.id);
    return { table: "connections", id: arrow.id };
  }
  if (!pair) return null;
  lookAtPair(pair);
  return "pair";
}

/** What can be done to a cell: to its arrow, else to the connection that nobody drew. A folded cell has no menu. */
export function openCellMenu(model: TableModel, source: Item, destination: Item, at: XY): void {
  if (source.folded || destination.folded) return;
  const on = choose(model, source, destination);
  if (on) openMenu({ at, board: null, on });
}

/** The connection that a cell stands for, on the port that is asked for, else on the first one exposed. */
export function pairOf(model: TableModel, one: Spot, other: Spot): Pair | null {
  const value = passage(model.reach, one, other);
  if (value === ITSELF || value === NOT_OURS) return null;
  const source = one.ids[0] ?? addressesOf(one);
  const destination = other.ids.find((id) => id !== source) ?? other.ids[0] ?? addressesOf(other);
  return { source, destination, ...portFor(model, destination, value) };
}

function portFor(
  { reach, view }: TableModel,
  destination: string,
  value: number,
): { protocol: Protocol; port: number } {
  const asked = readPort(view.port);
  if (asked) return asked as { protocol: Protocol; port: number };
  const [exposed] = boardStore.getState().pods[destination]?.ports ?? [];
  if (exposed) return { protocol: exposed.protocol, port: exposed.port };
  const ports = reach.ports[value] ?? {};
  const first = Number.parseInt(ports.TCP?.[0] ?? "", 10);
  if (hasPort(ports, "TCP", 80) || !first) return { protocol: "TCP", port: 80 };
  return { protocol: "TCP", port: first };
}

/** How a pair names addresses outside that nothing on the board stands for. */
function addressesOf({ end }: Spot): string {
  return end.cidrs[0] ?? "";
}

export function unfold(model: TableModel, ...items: Item[]): void {
  const folded = new Set(foldedOf(model.spots, model.view));
  for (const { group } of items) folded.delete(group);
  changeTable({ folded: [...folded] });
}

export function toggleFold(model: TableModel, group: string): void {
  const folded = new Set(foldedOf(model.spots, model.view));
  if (!folded.delete(group)) folded.add(group);
  changeTable({ folded: [...folded] });
}
