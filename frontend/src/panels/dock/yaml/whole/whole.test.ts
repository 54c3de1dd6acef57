import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assign } from "./assign";
import { joined, partsOf } from "./documents";
import { planOf } from "./plan";

const text = (name: string, more = "") => `metadata:\n  name: ${name}\n  namespace: prod\nspec: {}\n${more}`;
const HELD = ["a", "b", "c"].map((id) => ({ id, text: text(id) }));
const WHOLE = joined(HELD.map((each) => each.text));
const ids = (whole: string) => assign(partsOf(whole), HELD);

function planned(whole: string, held = HELD) {
  const { texts, removed, broken } = planOf(whole, held);
  return { texts: texts.map(({ id }) => id), removed: removed.map(({ id }) => id), broken: broken.map(({ id }) => id) };
}

describe("the documents of the whole board", () => {
  it("are the policies' texts, and ask for nothing as long as nobody typed", () => {
    expect(ids(WHOLE)).toEqual(["a", "b", "c"]);
    expect(planned(WHOLE)).toEqual({ texts: [], removed: [], broken: [] });
  });

  it("ask for nothing whatever the saved texts look like", () => {
    const piece = fc.constantFrom("# c\n", "metadata: {name: x}\n", "kind: A", "\n", "  ", "---\n", "a: b\n");
    const texts = fc.array(
      fc
        .array(piece, { minLength: 1, maxLength: 4 })
        .map((made) => `a: b\n${made.filter((p) => p !== "---\n").join("")}`),
    );
    fc.assert(
      fc.property(texts, (made) => {
        const held = made.map((each, index) => ({ id: String(index), text: each }));
        expect(planned(joined(made), held)).toMatchObject({ texts: [], removed: [] });
      }),
    );
  });

  it("keep their policy when they are changed, renamed or moved", () => {
    expect(ids(WHOLE.replace("name: b", "name: b\n  labels: {x: y}"))).toEqual(["a", "b", "c"]);
    expect(ids(WHOLE.replace("name: b", "name: other"))).toEqual(["a", "b", "c"]);
    expect(ids(joined([text("c"), text("a"), text("b")]))).toEqual(["c", "a", "b"]);
  });

  it("are new where there was none", () => {
    expect(ids(joined([text("a"), text("new"), text("b"), text("c")]))).toEqual(["a", null, "b", "c"]);
    expect(planned(joined([text("a"), text("b"), text("c"), text("new")])).texts).toEqual([null]);
  });

  it("leave out a policy when theirs is gone", () => {
    expect(planned(joined([text("a"), text("c")]))).toEqual({ texts: [], removed: ["b"], broken: [] });
  });

  it("delete nothing while one of them is broken, and change the others", () => {
    const whole = joined([text("a", "  broken: [\n"), text("c", "# more\n")]);
    expect(planned(whole)).toEqual({ texts: ["c"], removed: [], broken: ["a"] });
  });

  it("keep the comments between them, with the policy below or, behind the last, above", () => {
    const whole = `# top\n---\n${text("a")}--- # why\n# b\n${text("b")}---\n${text("c")}---\n# end\n`;
    const parts = partsOf(whole);
    expect(parts.map((part) => part.text)).toEqual([
      `# top\n${text("a")}`,
      `# why\n# b\n${text("b")}`,
      `${text("c")}# end\n`,
    ]);
    expect(parts.map(({ text: part }) => part).join("")).toContain("# why");
  });
});

it("names the line of a mistake within the whole text", () => {
  const { broken } = planOf(joined([text("a"), text("b", "x: [\n"), text("c")]), HELD);
  expect(broken[0]?.line).toBeGreaterThanOrEqual(10);
  expect(broken[0]?.line).toBeLessThanOrEqual(11);
});
