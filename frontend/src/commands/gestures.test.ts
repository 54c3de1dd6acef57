import { describe, expect, it } from "vitest";
import { directionOf, GESTURES } from "./gestures";
import { COMMANDS } from "./list";

const NOTHING = { code: "", ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

describe("keys of the canvas", () => {
  it("tell moving, walking and growing apart by what is held", () => {
    const right = { ...NOTHING, key: "ArrowRight" };
    expect(directionOf("nudge", right)).toEqual([1, 0]);
    expect(directionOf("walk", right)).toBeNull();
    expect(directionOf("walk", { ...right, altKey: true })).toEqual([1, 0]);
    expect(directionOf("grow", { ...right, key: "ArrowUp", metaKey: true })).toEqual([0, -1]);
    expect(directionOf("nudge", { ...NOTHING, key: "a" })).toBeNull();
  });

  it("are each taken once, by a command or by a gesture", () => {
    const keys = [...COMMANDS, ...GESTURES].flatMap(({ shortcuts }) => shortcuts ?? []);
    const twice = keys.filter((key, index) => keys.indexOf(key) !== index);
    expect(twice).toEqual([]);
  });
});
