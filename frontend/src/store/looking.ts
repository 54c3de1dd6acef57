import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { Tables } from "@/model/records";
import type { ArrowTurn, ComparisonAnswer, PodIsolation, Thing } from "@/wire/messages";

export type Fate = Thing["fate"];
export type Drawn = Pick<Tables, "namespaces" | "pods" | "hosts" | "connections">;

/** What the canvas shows in place of the board as it stands. "peek": what one revision did, on the board of now, for
 * as long as its entry is pointed at. "compare": two boards on one canvas, until the person leaves. "predict": the
 * board with the colours that a learner set, in place of what is so. */
export interface Looking {
  kind: "peek" | "compare" | "predict";
  title: string;
  summary: string;
  tables: Drawn;
  isolation: Record<string, PodIsolation> | null;
  fates: Record<string, Fate>;
  turns: Record<string, ArrowTurn>;
  /** What pairs gained and lost that nobody drew. */
  pairs?: PairArrow[];
  /** The arrows that are pointed out; all others step back. */
  chosen?: ReadonlySet<string>;
  /** What else is to be put away when the person leaves. */
  leave?: () => void;
}

/** An arrow that nobody drew: `pair` is the pair of workloads whose ports it shows. */
export interface PairArrow {
  id: string;
  source: string;
  destination: string;
  turn: "gained" | "lost";
  text: string;
  pair: string;
}

export const lookingStore = createStore<{ looking: Looking | null }>(() => ({ looking: null }));

export function useLooking<Part>(selector: (looking: Looking | null) => Part): Part {
  return useStore(lookingStore, ({ looking }) => selector(looking));
}

export function lookAt(looking: Looking | null): void {
  lookingStore.setState({ looking });
}

/** Stops looking at what is looked at in this way; the other is left. */
export function lookAway(kind: Looking["kind"]): void {
  if (lookingStore.getState().looking?.kind === kind) lookAt(null);
}

/** What a revision did, on the board of now: what it took away, or what is gone since, stands there again. */
export function peekOf(now: Drawn, found: ComparisonAnswer, title: string): Looking {
  return { ...marks(found), kind: "peek", title, tables: withGhosts(now, found.things), isolation: null };
}

/** Two boards on one canvas: the later one, or both, with what the later one no longer has. */
export function comparisonOf(found: ComparisonAnswer, title: string): Looking {
  const { namespaces = [], pods = [], hosts = [], connections = [] } = found.snapshot ?? {};
  const later = { namespaces: byId(namespaces), pods: byId(pods), hosts: byId(hosts), connections: byId(connections) };
  const gone = found.things.filter(({ fate }) => fate === "removed");
  return { ...marks(found), kind: "compare", title, tables: withGhosts(later, gone), isolation: found.isolation };
}

function marks({ summary, things, arrows }: ComparisonAnswer) {
  return {
    summary,
    fates: Object.fromEntries(things.map(({ id, fate }) => [id, fate])),
    turns: Object.fromEntries(arrows.map((arrow) => [arrow.connection, arrow])),
  };
}

function withGhosts(tables: Drawn, things: Thing[]): Drawn {
  const all: Drawn = { ...tables };
  const drawn = all as unknown as Record<string, Record<string, unknown>>;
  for (const { table, id, before, after } of things) {
    const rows = drawn[table];
    if (rows && !rows[id]) drawn[table] = { ...rows, [id]: after ?? before };
  }
  const ends = { ...all.pods, ...all.hosts };
  const whole = Object.values(all.connections).filter(({ source, destination }) => ends[source] && ends[destination]);
  return { ...all, connections: byId(whole) };
}

function byId<Row extends { id: string }>(rows: Row[]): Record<string, Row> {
  return Object.fromEntries(rows.map((row) => [row.id, row]));
}
