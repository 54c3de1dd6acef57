import { expect, it } from "vitest";
import type { SeatEntry, SeatWork } from "@/wire/messages";
import { arranged, countOf, EVERYBODY, groupKey } from "./arranging";
import { clockWords, goalStanding, isThrough, lessonStanding } from "./standing";
import { ROW, rowsIn } from "./use-rows-in-view";

const WORK: SeatWork = {
  lesson: 0,
  board: "b",
  step: 0,
  tries: 0,
  hints: 0,
  solution_shown: false,
  done: false,
  goals: { shut: true, open: false },
};

function seat(nickname: string, more: Partial<SeatEntry> = {}): SeatEntry {
  return {
    id: nickname,
    nickname,
    joined_at: `2026-01-01T10:00:0${nickname.length}Z`,
    here: true,
    hand: null,
    removed: false,
    lesson: 0,
    step: 0,
    since: "2026-01-01T10:10:00Z",
    tries: 0,
    problem: "",
    words: "",
    work: [WORK],
    ...more,
  };
}

const names = (seats: SeatEntry[]) => seats.map(({ nickname }) => nickname);

it("tells apart who is done, who tried, who began and who did not", () => {
  expect(lessonStanding(seat("a"), 0)).toBe("working");
  expect(lessonStanding(seat("a", { work: [{ ...WORK, tries: 1 }] }), 0)).toBe("failing");
  expect(lessonStanding(seat("a", { work: [{ ...WORK, done: true }] }), 0)).toBe("done");
  expect(lessonStanding(seat("a"), 1)).toBe("none");
  expect(goalStanding(seat("a"), 0, "shut")).toBe("done");
  expect(goalStanding(seat("a", { work: [{ ...WORK, tries: 1 }] }), 0, "open")).toBe("failing");
});

it("runs no clock for whoever is through", () => {
  expect(isThrough(seat("a", { work: [{ ...WORK, done: true }] }))).toBe(true);
  expect(isThrough(seat("a", { lesson: null, work: [] }))).toBe(false);
});

it.each([
  [15_400, "0:15"],
  [724_000, "12:04"],
  [3_753_000, "1:02:33"],
  [-300, "0:00"],
])("writes %i ms as %s", (ms, words) => {
  expect(clockWords(ms)).toBe(words);
});

const ROOM = [
  seat("eve", { since: "2026-01-01T10:01:00Z" }),
  seat("al", { hand: "2026-01-01T10:12:00Z", problem: "dns-cut", words: "No names are looked up.", tries: 3 }),
  seat("Bert", { hand: "2026-01-01T10:11:00Z", here: false }),
  seat("maple 2", { work: [{ ...WORK, done: true }], problem: "peer-and-or" }),
  seat("maple 10", { removed: true }),
];

it("puts the longest raised hand first, then who is longest in a step, and who is through last", () => {
  expect(names(arranged(ROOM, { ...EVERYBODY, sort: "help" }))).toEqual(["Bert", "al", "eve", "maple 2"]);
});

it("sorts names as people do, and by how far somebody is", () => {
  expect(names(arranged(ROOM, { ...EVERYBODY, sort: "name" }))).toEqual(["al", "Bert", "eve", "maple 2"]);
  expect(names(arranged(ROOM, { ...EVERYBODY, sort: "progress" }))[0]).toBe("maple 2");
  expect(names(arranged(ROOM, { ...EVERYBODY, sort: "problem" }))[0]).toBe("al");
  expect(names(arranged(ROOM, { ...EVERYBODY, sort: "tries" }))[0]).toBe("al");
});

it("finds learners by what they need and by a part of the name, and counts them", () => {
  expect(names(arranged(ROOM, { ...EVERYBODY, filter: "hands" }))).toEqual(["al", "Bert"]);
  expect(names(arranged(ROOM, { ...EVERYBODY, filter: "stuck" }))).toEqual(["al"]);
  expect(names(arranged(ROOM, { ...EVERYBODY, filter: "out" }))).toEqual(["maple 10"]);
  expect(names(arranged(ROOM, { ...EVERYBODY, text: " MAP " }))).toEqual(["maple 2"]);
  expect(names(arranged(ROOM, { ...EVERYBODY, only: ["eve"] }))).toEqual(["eve"]);
  expect(countOf(ROOM, "away")).toBe(1);
});

it("keeps the rows in view in the page, wherever one has scrolled to", () => {
  for (const from of [0, 500, 3000, 99_999]) {
    const { first, end } = rowsIn(300, from, 600);
    const seen = Math.min(from, 300 * ROW - 600);
    expect(first * ROW).toBeLessThanOrEqual(seen);
    expect(end * ROW).toBeGreaterThanOrEqual(Math.min(300 * ROW, seen + 600));
    expect(end - first).toBeLessThan(40);
  }
  expect(rowsIn(0, 0, 600)).toEqual({ first: 0, end: 0 });
});

it("tells apart mistakes of one lesson that no problem names", () => {
  const [one, other] = ["The order is turned round.", "A hyphen too many."].map((words) => ({
    lesson: 0,
    problem: "",
    words,
  }));
  expect(one && groupKey(one)).not.toBe(other && groupKey(other));
  const named = { lesson: 0, problem: "dns-cut" };
  expect(groupKey({ ...named, words: "Of one policy." })).toBe(groupKey({ ...named, words: "Of another." }));
});
