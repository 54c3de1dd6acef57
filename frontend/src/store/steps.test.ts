import { describe, expect, it } from "vitest";
import { followSteps, NO_STEPS, type Steps } from "./steps";

const MOVED = {
  puts: [],
  patches: [{ table: "pods" as const, id: "p", field: "x", before: 1, after: 2 }],
  removes: [],
};

function did(steps: Steps, revision: number, sentence: string, reverts: number | null = null): Steps {
  return followSteps(steps, { revision, sentence, reverts, change: MOVED });
}

describe("what a person can undo and redo", () => {
  const two = did(did(NO_STEPS, 3, "Moved web"), 5, "Moved db");

  it("is the newest edit first, under the sentence of the edit however often it was reverted", () => {
    const undone = did(two, 6, "Undid “Moved db”", 5);
    expect(undone).toEqual({
      undo: [{ revision: 3, sentence: "Moved web" }],
      redo: [{ revision: 6, sentence: "Moved db" }],
    });
    const redone = did(undone, 7, "Redid “Moved db”", 6);
    expect(redone.undo.at(-1)).toEqual({ revision: 7, sentence: "Moved db" });
    expect(redone.redo).toEqual([]);
  });

  it("leaves out what was passed over because nothing of it was left", () => {
    expect(did(two, 6, "Undid “Moved web”", 3).undo).toEqual([]);
  });

  it("is no longer a redo after another edit", () => {
    expect(did(did(two, 6, "Undid “Moved db”", 5), 7, "Renamed").redo).toEqual([]);
  });

  it("does not hold an edit that changed nothing", () => {
    const nothing = { puts: [], patches: [], removes: [] };
    expect(followSteps(two, { revision: 6, sentence: "Moved web", reverts: null, change: nothing })).toEqual(two);
  });
});
