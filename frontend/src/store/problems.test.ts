import { beforeEach, expect, test } from "vitest";
import type { Problem } from "@/wire/messages";
import { boardStore, INITIAL } from "./board";
import { clearProblems, problemsStore, takeProblems } from "./problems";

const problem = (id: string, file: string | null) => ({ id, file, severity: "warning", ignored: null }) as Problem;

beforeEach(() => {
  clearProblems();
  boardStore.setState({ ...INITIAL, policies: { one: {}, two: {} } as never }, true);
});

test("what is told of one policy takes the place of its own problems alone", () => {
  takeProblems({
    whole: true,
    groups: { two: [problem("b", "two")], "": [problem("c", null)], one: [problem("a", "one")] },
  });
  expect(problemsStore.getState().problems?.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  const before = problemsStore.getState().byPolicy.two;
  takeProblems({ whole: false, groups: { one: [problem("d", "one"), problem("e", "one")] } });
  expect(problemsStore.getState().problems?.map(({ id }) => id)).toEqual(["d", "e", "b", "c"]);
  expect(problemsStore.getState().byPolicy.two).toBe(before);
});

test("a policy without problems is there no more, and all problems leave nothing of before", () => {
  takeProblems({ whole: true, groups: { one: [problem("a", "one")] } });
  takeProblems({ whole: false, groups: { one: [] } });
  expect(problemsStore.getState()).toEqual({ problems: [], byPolicy: {} });
  takeProblems({ whole: true, groups: { two: [problem("b", "two")] } });
  takeProblems({ whole: true, groups: {} });
  expect(problemsStore.getState().problems).toEqual([]);
});
