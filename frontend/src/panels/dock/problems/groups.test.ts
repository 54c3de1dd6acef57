import { describe, expect, it } from "vitest";
import type { Problem } from "@/wire/messages";
import { grouped } from "./groups";
import { withComment } from "./ignoring";

function problem(given: Partial<Problem>): Problem {
  const nowhere = { file: null, document: null, path: null, line: null, column: null, end_line: null };
  const plain = { id: "peer-and-or", message: "", why: "", policy: null, pods: [], connections: [], fix: null };
  return { ...nowhere, ...plain, severity: "warning", ignored: null, ...given };
}

describe("problems in the panel", () => {
  const all = [
    problem({ policy: "a/x" }),
    problem({ severity: "hint" }),
    problem({ policy: "a/x", ignored: "it is meant" }),
    problem({ policy: "a/x", severity: "error" }),
  ];

  it("stand under their policies, hints and ignored ones left out", () => {
    expect(grouped(all, "pressing").map(({ policy, problems }) => [policy, problems.length])).toEqual([["a/x", 2]]);
  });

  it("show hints too when all are asked for, and the ignored ones by themselves", () => {
    expect(grouped(all, "all").map(({ policy }) => policy)).toEqual(["a/x", null]);
    expect(grouped(all, "ignored").map(({ problems }) => problems[0]?.ignored)).toEqual(["it is meant"]);
  });
});

describe("the comment that ignores a problem", () => {
  it("stands above its line with the same indentation, in one line", () => {
    const text = "spec:\n  ingress:\n  - {}\n";
    expect(withComment(text, 3, "rule-allows-all", " a\ndemo ")).toBe(
      "spec:\n  ingress:\n  # netpol:ignore rule-allows-all a demo\n  - {}\n",
    );
  });

  it("keeps the line ends of the text", () => {
    expect(withComment("a: 1\r\nb: 2\r\n", 2, "x", "y")).toBe("a: 1\r\n# netpol:ignore x y\r\nb: 2\r\n");
  });
});
