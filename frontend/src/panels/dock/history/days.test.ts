import { describe, expect, it } from "vitest";
import type { RevisionEntry } from "@/wire/messages";
import { dayOf, linesOf, merged } from "./days";

function entry(revision: number, reverts: number | null = null, at = "2026-03-04T10:00:00Z"): RevisionEntry {
  const change = { puts: [], patches: [], removes: [] };
  const who = { edit_id: "e", client_id: "c", actor: "a", author: "Ada", mine: true };
  return { revision, ...who, reverts, undone: false, name: null, command: "", sentence: "", change, created_at: at };
}

describe("the history's lines", () => {
  const now = new Date("2026-03-05T12:00:00Z");

  it("stand under the days on which they were made", () => {
    const lines = linesOf([entry(3, null, "2026-03-05T09:00:00Z"), entry(2), entry(1)], now);
    expect(lines.map((line) => (line.kind === "day" ? line.day : line.entry.revision))).toEqual([
      "Today",
      3,
      "Yesterday",
      2,
      1,
    ]);
  });

  it("name older days by their date, and the year when it is another", () => {
    expect(dayOf("2026-02-02T12:00:00Z", now)).toBe("Monday 2 February");
    expect(dayOf("2025-02-02T12:00:00Z", now)).toBe("Sunday 2 February 2025");
  });

  it("take a new page in and see what it undid, also in older pages", () => {
    const known = merged([], [entry(2), entry(1)]);
    const after = merged(known, [entry(4, 3), entry(3, 1)]);
    expect(after.map(({ revision, undone }) => [revision, undone])).toEqual([
      [4, false],
      [3, true],
      [2, false],
      [1, false],
    ]);
  });
});
