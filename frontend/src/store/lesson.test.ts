import { expect, test } from "vitest";
import type { Goals } from "@/wire/messages";
import { told } from "./lesson";

const NOW: Goals = {
  type: "goals",
  step: 1,
  goals: [],
  reached: false,
  feedback: [],
  tries: 0,
  hints: [],
  more_hints: 2,
  done: false,
};
const goal = (id: string, reached: boolean) => ({
  id,
  sentence: `${id} is so.`,
  reached,
  hidden: false,
  about: null,
  words: "",
  connection: null,
});

test("a goal that is reached is told once, and the step with the last one", () => {
  const before = { ...NOW, goals: [goal("a", true), goal("b", false)] };
  const now = { ...NOW, goals: [goal("a", true), goal("b", true)], reached: true };
  expect(told(before, now)).toBe("Goal reached: b is so. This step is done.");
  expect(told(now, now)).toBe("");
});

test("a hidden goal that shows, and a hint that came, are told", () => {
  const before = { ...NOW, goals: [goal("a", true)] };
  const now = { ...NOW, goals: [goal("a", true), goal("later", false)], hints: ["Look."] };
  expect(told(before, now)).toBe("Not yet: later is so. A new hint is there.");
});

test("another step tells nothing of the one before", () => {
  expect(told({ ...NOW, step: 0 }, { ...NOW, goals: [goal("a", true)] })).toBe("");
});
