/** All pairs of a board, as the server folds them by what behaves alike. */
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { PortSpans } from "@/model/port-words";
import type { BoardReachability, TableEnd } from "@/wire/messages";

export interface Reach {
  revision: number;
  /** Workloads (or pods that stand by themselves), then hosts and outside addresses. */
  ends: readonly TableEnd[];
  /** The end that a pod or host belongs to, by id. */
  endOf: ReadonlyMap<string, TableEnd>;
  ports: readonly PortSpans[];
  /** The number in `ports` of what passes between two classes. */
  between(source: number, destination: number): number;
  /** Whether no policy can stop what goes from one pod or host (by id) to another. */
  always(source: string, destination: string): boolean;
  /** Whether there are any such but a pod with itself. */
  exempt: boolean;
}

export const NO_PORT = 0;
export const EVERY_PORT = 1;

export interface ReachState {
  /** Null while nobody has asked, and until the first answer has come. */
  reach: Reach | null;
  /** Why the newest could not be had; what is shown is older then. */
  failure: string | null;
}

export const reachStore = createStore<ReachState>(() => ({ reach: null, failure: null }));

export function useReach<Part>(selector: (state: ReachState) => Part): Part {
  return useStore(reachStore, selector);
}

export function takeReach(answer: BoardReachability): void {
  reachStore.setState({ reach: reachOf(answer), failure: null });
}

export function reachOf(answer: BoardReachability): Reach {
  const { ends, ports, source, rows, always } = answer;
  const width = source.length;
  // Read when it is first looked at: of a large board only some rows are ever seen.
  const read: (Uint16Array | undefined)[] = new Array(rows.length);
  const rowAt = (place: number) => {
    let row = read[place];
    if (!row) {
      row = rowOf(rows[place] ?? {}, width);
      read[place] = row;
    }
    return row;
  };
  const kept = new Map(Object.entries(always).map(([one, others]) => [one, new Set(others)]));
  return {
    revision: answer.revision,
    ends,
    endOf: new Map(ends.flatMap((end) => [...end.pods, ...end.hosts].map((id) => [id, end] as const))),
    ports,
    between: (one, other) => rowAt(source[one] ?? 0)[other] ?? NO_PORT,
    exempt: kept.size > 0,
    always: (one, other) => one === other || kept.get(one)?.has(other) === true,
  };
}

function rowOf(written: Record<string, string>, width: number): Uint16Array {
  const row = new Uint16Array(width);
  for (const [number, bits] of Object.entries(written)) {
    for (let at = 0; at < bits.length; at++) {
      const digit = Number.parseInt(bits[bits.length - 1 - at] ?? "0", 16);
      for (let bit = 0; bit < 4; bit++) if (digit & (1 << bit)) row[4 * at + bit] = Number(number);
    }
  }
  return row;
}
