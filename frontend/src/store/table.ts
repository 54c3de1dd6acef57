/** How a person looks at the reachability table. Folds and choices are kept in the browser, by board. */
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

export type By = "workload" | "pod";
export type Passing = "any" | "something" | "nothing" | "undecided" | "drawn";
export type Order = "name" | "most" | "least";

export interface TableView {
  by: By;
  /** What a source's, or a destination's, name must contain. */
  from: string;
  to: string;
  passing: Passing;
  /** "3306", "53/UDP", or "" for all ports. */
  port: string;
  order: Order;
  /** Destinations are the rows. */
  turned: boolean;
  /** Folded namespaces by name; null: the person said nothing yet, and large boards begin folded. */
  folded: readonly string[] | null;
}

const FRESH: TableView = {
  by: "workload",
  from: "",
  to: "",
  passing: "any",
  port: "",
  order: "name",
  turned: false,
  folded: null,
};

export const tableStore = createStore<TableView & { board: string | null }>(() => ({ ...FRESH, board: null }));

export function useTable<Part>(selector: (state: TableView) => Part): Part {
  return useStore(tableStore, selector);
}

/** Takes up how this person last looked at the table of a board. */
export function recallTable(board: string): void {
  if (tableStore.getState().board !== board) tableStore.setState({ ...FRESH, ...kept(board), board });
}

export function changeTable(part: Partial<TableView>): void {
  tableStore.setState(part);
  const { board, by, order, turned, folded } = tableStore.getState();
  if (board) localStorage.setItem(keyOf(board), JSON.stringify({ by, order, turned, folded }));
}

/** Shows everything again; how it is ordered and folded stays. */
export function clearFilters(): void {
  const { from, to, passing, port } = FRESH;
  changeTable({ from, to, passing, port });
}

export function isFiltered({ from, to, passing, port }: TableView): boolean {
  return from.trim() !== "" || to.trim() !== "" || passing !== "any" || port.trim() !== "";
}

function keyOf(board: string): string {
  return `netpol.table.${board}`;
}

function kept(board: string): Partial<TableView> {
  try {
    const read = JSON.parse(localStorage.getItem(keyOf(board)) ?? "{}") as Partial<TableView>;
    return {
      by: read.by === "pod" ? "pod" : "workload",
      order: read.order === "most" || read.order === "least" ? read.order : "name",
      turned: read.turned === true,
      folded: Array.isArray(read.folded) ? read.folded.filter((name) => typeof name === "string") : null,
    };
  } catch {
    return {};
  }
}
