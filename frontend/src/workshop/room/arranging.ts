import { say } from "@/texts/workshop-room";
import type { Misconception, SeatEntry } from "@/wire/messages";
import { isThrough } from "./standing";

export type SortKey = "joined" | "help" | "name" | "progress" | "problem" | "tries" | "since";
export type Filter = "all" | "hands" | "stuck" | "away" | "out";

export const SORTS: readonly { value: SortKey; label: string }[] = [
  { value: "joined", label: say.inTheOrderOfJoining },
  { value: "help", label: say.whoNeedsHelpFirst },
  { value: "name", label: say.byName },
  { value: "progress", label: say.furthestFirst },
  { value: "problem", label: say.byLastProblem },
  { value: "tries", label: say.mostTriesFirst },
  { value: "since", label: say.longestInTheirStepFirst },
];

export interface Arrangement {
  sort: SortKey;
  filter: Filter;
  /** A part of the nickname, as it was typed. */
  text: string;
  /** Only these learners, such as those with one misconception; null for everybody. */
  only: readonly string[] | null;
}

export const EVERYBODY: Arrangement = { sort: "joined", filter: "all", text: "", only: null };

const CHOSEN: Record<Filter, (seat: SeatEntry) => boolean> = {
  all: ({ removed }) => !removed,
  hands: ({ removed, hand }) => !removed && hand !== null,
  stuck: (seat) => !seat.removed && seat.words !== "" && !isThrough(seat),
  away: ({ removed, here }) => !removed && here === false,
  out: ({ removed }) => removed,
};

type Order = (a: SeatEntry, b: SeatEntry) => number;

const joined: Order = (a, b) => a.joined_at.localeCompare(b.joined_at);
const name: Order = (a, b) => a.nickname.localeCompare(b.nickname, undefined, { numeric: true });
const since: Order = (a, b) => clockStart(a).localeCompare(clockStart(b));
const ORDERS: Record<SortKey, Order> = {
  joined,
  name,
  since,
  help: (a, b) =>
    (a.hand ?? LATE).localeCompare(b.hand ?? LATE) || Number(isThrough(a)) - Number(isThrough(b)) || since(a, b),
  progress: (a, b) => progressOf(b) - progressOf(a) || joined(a, b),
  problem: (a, b) => (problemOf(a) || LATE).localeCompare(problemOf(b) || LATE) || name(a, b),
  tries: (a, b) => b.tries - a.tries || name(a, b),
};

/** What the last try showed: the id of a problem, or words where no problem says it; "" for nothing. */
export function problemOf({ problem, words }: Pick<SeatEntry, "problem" | "words">): string {
  return problem || words;
}

/** Tells the groups of a room apart. */
export function groupKey(group: Pick<Misconception, "lesson" | "problem" | "words">): string {
  return `${group.lesson} ${problemOf(group)}`;
}

/** After every time and every name. */
const LATE = "\uffff";

/** Those who are through have no time that runs. */
function clockStart(seat: SeatEntry): string {
  return isThrough(seat) ? LATE : (seat.since ?? LATE);
}

/** Lessons done weigh more than all the goals of one. */
function progressOf({ work }: SeatEntry): number {
  return work.reduce(
    (sum, { done, goals }) => sum + (done ? 1000 : 0) + Object.values(goals).filter(Boolean).length,
    0,
  );
}

export function arranged(seats: readonly SeatEntry[], { sort, filter, text, only }: Arrangement): SeatEntry[] {
  const wanted = text.trim().toLocaleLowerCase();
  return seats
    .filter(CHOSEN[filter])
    .filter(({ id }) => only === null || only.includes(id))
    .filter(({ nickname }) => nickname.toLocaleLowerCase().includes(wanted))
    .sort(ORDERS[sort]);
}

export function countOf(seats: readonly SeatEntry[], filter: Filter): number {
  return seats.filter(CHOSEN[filter]).length;
}
