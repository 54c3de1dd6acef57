import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ConnectionVerdict, Problem } from "@/wire/messages";
import { assign } from "./assign";
import { joined, partsOf } from "./documents";
import { planOf } from "./plan";
import { standing, wholeFindings, wholeLit } from "./whole-findings";

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

describe("directives and separators", () => {
  const own = `%YAML 1.1\n---\n${text("b")}`;

  it("stay with the document that they are of", () => {
    const whole = joined([text("a"), own, text("c")]);
    expect(partsOf(whole).map((part) => part.text)).toEqual([text("a"), own, text("c")]);
    const held = HELD.map((each) => (each.id === "b" ? { id: "b", text: own } : each));
    expect(planned(whole, held)).toEqual({ texts: [], removed: [], broken: [] });
    expect(planned(whole.replace("name: c", "name: d"), held)).toEqual({ texts: ["c"], removed: [], broken: [] });
  });

  it("do not shift the lines below them", () => {
    for (const before of ["---\n", "# top\n---\n", "# one\n# two\n--- # three\n", `${text("a")}---\n`]) {
      const whole = before + text("b");
      const part = partsOf(whole).at(-1) ?? { text: "", line: 0 };
      const within = part.text.split("\n").indexOf("metadata:");
      expect(whole.split("\n")[part.line - 1 + within]).toBe("metadata:");
    }
  });
});

describe("marks in the whole text", () => {
  const side = { policies: [{ file: "b", rule: 0, line: 4, end_line: 4, peer_line: null, peer_end_line: null }] };
  const verdict = { egress: null, ingress: side } as unknown as ConnectionVerdict;

  it("stand at the policy's lines, wherever its document stands", () => {
    expect(wholeLit(standing({ text: WHOLE, held: HELD }), verdict)).toMatchObject([
      { policy: "b", line: 9, endLine: 9 },
    ]);
    expect(WHOLE.split("\n")[8]).toBe("spec: {}");
  });

  it("are gone where the document says something else by now", () => {
    const changed = WHOLE.replace("name: b", "name: b # mine");
    expect(wholeLit(standing({ text: changed, held: HELD }), verdict)).toEqual([]);
  });

  it("name problems and warnings at their lines, and no problem of a text that is not saved", () => {
    const problem = { severity: "warning", message: "m", line: 4, end_line: 4, ignored: null, file: "c" } as Problem;
    const known = { policyWarnings: {}, problems: { c: [problem] } };
    const found = (whole: string) =>
      wholeFindings(standing({ text: whole, held: HELD }), planOf(whole, HELD), new Map(), known);
    expect(found(WHOLE)).toMatchObject([{ line: 14, source: "problem" }]);
    expect(found(WHOLE.replace("name: c", "name: c2"))).toEqual([]);
  });
});

it("names the line of a mistake within the whole text", () => {
  const { broken } = planOf(joined([text("a"), text("b", "x: [\n"), text("c")]), HELD);
  expect(broken[0]?.line).toBeGreaterThanOrEqual(10);
  expect(broken[0]?.line).toBeLessThanOrEqual(11);
});
