import { expect, it } from "vitest";
import type { WorkshopFacts } from "@/wire/messages";
import { addressOf, type View, viewOf } from "./address";
import { codeIn, tidied } from "./join/code";
import { type Choice, lengthWords, moved } from "./open/choice";
import { lessonLines, whereToBegin } from "./seat/lesson-list";

const ID = "70b8ada4-ed6d-4215-94b7-f0ca075a319e";

it.each<View>([{ name: "room" }, { name: "present" }, { name: "canvas", seat: "s-1", lesson: 2 }])(
  "finds the view %o again by its address",
  (view) => {
    expect(viewOf(new URL(addressOf(ID, view), "http://localhost") as unknown as Location)).toEqual(view);
  },
);

it("reads a code however it is typed, also out of the whole link", () => {
  expect(tidied(" k7m-2qp ")).toBe("K7M2QP");
  expect(codeIn("k7m 2qp")).toBe("K7M2QP");
  expect(codeIn("http://192.168.1.14:8000/j/k7m2qp/")).toBe("K7M2QP");
});

const choice = (title: string, minutes: number | null = 5): Choice => ({ lesson: title, board: null, title, minutes });

it("moves a lesson up and down, and no further than the ends", () => {
  const chosen = [choice("a"), choice("b"), choice("c")];
  expect(moved(chosen, 1, -1).map(({ title }) => title)).toEqual(["b", "a", "c"]);
  expect(moved(chosen, 1, 1).map(({ title }) => title)).toEqual(["a", "c", "b"]);
  expect(moved(chosen, 0, -1).map(({ title }) => title)).toEqual(["a", "b", "c"]);
  expect(lengthWords(chosen)).toBe("3 lessons, about 15 minutes");
  expect(lengthWords([choice("a", null)])).toBe("1 lesson");
});

const FACTS = {
  opened: 2,
  current: 1,
  lessons: [
    { number: 0, title: "a" },
    { number: 1, title: "b" },
    { number: 2, title: "c" },
  ],
} as WorkshopFacts;

it("brings a learner back to their lesson, else to the one that the room is in", () => {
  expect(whereToBegin(FACTS, 0)).toBe(0);
  expect(whereToBegin(FACTS, null)).toBe(1);
  expect(whereToBegin(FACTS, 2)).toBe(1);
  expect(whereToBegin(FACTS, Number.NaN)).toBe(1);
  expect(whereToBegin({ ...FACTS, opened: 0, current: null }, 0)).toBeNull();
});

it("lists every lesson, and which are open, done and the room's", () => {
  const boards = [{ lesson: 0, board: "b", step: 0, done: true }];
  const lines = lessonLines(FACTS, { id: "s", nickname: "al", return_code: "", return_path: "", hand: false, boards });
  expect(lines.map(({ open, done, current }) => [open, done, current])).toEqual([
    [true, true, false],
    [true, false, true],
    [false, false, false],
  ]);
});
