import { expect, test } from "vitest";
import type { Problem } from "@/wire/messages";
import { marksOf } from "./problem-marks";

const WORLD = {
  namespaces: { n: { id: "n", name: "prod" } },
  pods: { w: { id: "w", namespace: "n", name: "web" }, d: { id: "d", namespace: "n", name: "db" } },
  policies: { p: { id: "p", namespace: "prod", name: "guard" }, q: { id: "q", namespace: "elsewhere", name: "alone" } },
} as never;

function problem(part: Partial<Problem>): Problem {
  return { id: "x", severity: "warning", ignored: null, file: null, pods: [], ...part } as Problem;
}

test("a problem marks its policy, its pods and the namespace around them, each once", () => {
  const marks = marksOf(
    [problem({ file: "p", pods: ["prod/web", "prod/db"] }), problem({ severity: "error", file: "p" })],
    WORLD,
  );
  expect(marks.get("p")).toEqual({ errors: 1, warnings: 1 });
  expect(marks.get("n")).toEqual({ errors: 1, warnings: 1 });
  expect(marks.get("w")).toEqual({ errors: 0, warnings: 1 });
});

test("hints and what is ignored mark nothing, nor does what is not on the board", () => {
  const quiet = [
    problem({ severity: "hint", file: "p" }),
    problem({ ignored: "meant", file: "p" }),
    problem({ pods: ["a/b"] }),
  ];
  expect(marksOf(quiet, WORLD).size).toBe(0);
  expect([...marksOf([problem({ file: "q" })], WORLD).keys()]).toEqual(["q"]);
});
