import { describe, expect, it } from "vitest";
import { joinManifests } from "./manifest-files";

describe("several files as one text", () => {
  const joined = joinManifests([
    { name: "a.yaml", text: "one: 1\ntwo: 2" },
    { name: "b.yaml", text: "three: 3\n" },
  ]);

  it("stand one after the other with a separator between", () => {
    expect(joined.text).toBe("one: 1\ntwo: 2\n---\nthree: 3\n");
  });

  it("are found again by the line of the whole", () => {
    expect(joined.locate(2)).toEqual({ file: "a.yaml", line: 2 });
    expect(joined.locate(4)).toEqual({ file: "b.yaml", line: 1 });
  });

  it("have no line for a fault without one", () => {
    expect(joined.locate(null)).toEqual({ file: "b.yaml", line: null });
  });
});

it("gives a single file as it is, with the line break that YAML wants at its end", () => {
  expect(joinManifests([{ name: "a", text: "x: 1" }]).text).toBe("x: 1\n");
});
