import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { plain, type Value } from "./nodes";
import { documentSpans, readYaml } from "./read";

const read = (text: string) => plain(readYaml(text)[0]?.value ?? null);

describe("a text that parses", () => {
  it.each([
    ["block style", "a:\n  b: 1\n  c:\n  - x\n  - y: 2\n    z: 3\nd: e\n"],
    ["lists that stand deeper than their key", "a:\n  - x: 1\n    y:\n      - z\n  - w\nb: c"],
    ["flow style over lines", "a: {b: [1, 2], 'c d': {e: f,\n  g: h}}\nb:\n- [x, {y: z}]\n"],
    ["comments", "# one\na: b # two\n# three\nc:\n  # four\n  - d # five\n  # six\n  - e#6\n"],
    ["quotes", '"a: b": \'c # d\'\ne: "f, g"\n'],
    ["block texts", "a: |\n  b: c\n   - d\n\n  e\nf: g\n"],
    ["anchors", "a: &x {b: c}\nd: &y\n  e: f\n"],
    ["nothing", "a:\nb: null\nc: ~\nd: {}\ne: []\n"],
    ["keys of labels", "kubernetes.io/metadata.name: prod\napp.kubernetes.io/part-of: x-y\n"],
    ["JSON", '{"a": {"b": ["c", {"d": "e"}]},\n"f": "g"}\n'],
    ["lists of lists", "- - a\n  - b\n- c\n"],
  ])("is read as YAML readers read it: %s", (_, text) => {
    expect(read(text)).toEqual(texts(parse(text)));
  });

  it("is read as YAML readers read it, whatever the tree", () => {
    const word = fc.constantFrom("a", "b-c", "kubernetes.io/x", "80");
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4, depthSize: "small" },
        word,
        fc.dictionary(word, tie("tree"), { maxKeys: 3, noNullPrototype: true }),
        fc.array(tie("tree"), { maxLength: 3 }),
      ),
    }));
    fc.assert(
      fc.property(tree, fc.boolean(), (made, deep) => {
        expect(read(written(made, deep))).toEqual(made);
      }),
    );
  });
});

describe("a text that does not parse", () => {
  it("is never refused, and nothing of it lies outside of the text", () => {
    const piece = fc.constantFrom(
      "a",
      ":",
      " ",
      "\n",
      "  ",
      "- ",
      "{",
      "}",
      "[",
      "]",
      ",",
      '"',
      "'",
      "#",
      "|",
      "---",
      "&",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join("");
        for (const { value } of readYaml(text)) if (value) inside(value, text.length);
      }),
      { numRuns: 500 },
    );
  });

  it("keeps what stands beside a bracket that nobody closed", () => {
    expect(read("spec:\n  policyTypes: [Ingress\n  ingress: []\n")).toEqual({
      spec: { policyTypes: ["Ingress"], ingress: [] },
    });
  });

  it("leaves out a key that has no colon yet", () => {
    expect(read("spec:\n  podSel\n  ingress: []\n")).toEqual({ spec: { ingress: [] } });
  });

  it("takes a line that stands a little off as another key of the same map", () => {
    expect(read("spec:\n    podSelector: {}\n  ingress: []\n")).toEqual({ spec: { podSelector: {}, ingress: [] } });
  });
});

it("tells the documents of a stream apart", () => {
  const text = "# head\n---\na: 1\n--- # two\nb: 2\n---\n";
  expect(documentSpans(text).map(([from, to]) => text.slice(from, to))).toEqual(["# head\n", "a: 1\n", "b: 2\n", ""]);
  expect(readYaml(text).map(({ value }) => plain(value))).toEqual([null, { a: "1" }, { b: "2" }, null]);
});

/** As the reader answers: every scalar as its text. */
function texts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(texts);
  if (value === null) return null;
  if (typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, texts(each)]));
  return typeof value === "string" && value.includes("\n") ? expect.any(String) : String(value);
}

function written(value: unknown, deep: boolean, indent = ""): string {
  const below = (each: unknown, more: string) =>
    typeof each === "object" && Object.keys(each as object).length > 0
      ? `\n${written(each, deep, more)}`
      : ` ${written(each, deep)}\n`;
  if (Array.isArray(value)) {
    if (value.length === 0) return "[]";
    return value.map((each) => `${indent}-${below(each, `${indent}  `)}`).join("");
  }
  if (typeof value !== "object") return String(value);
  const entries = Object.entries(value as object);
  if (entries.length === 0) return "{}";
  return entries
    .map(([key, each]) => `${indent}${key}:${below(each, Array.isArray(each) && !deep ? indent : `${indent}  `)}`)
    .join("");
}

function inside(value: Value, end: number): void {
  expect(value.from).toBeGreaterThanOrEqual(0);
  expect(value.to).toBeLessThanOrEqual(end);
  expect(value.from).toBeLessThanOrEqual(value.to);
  const children = value.kind === "map" ? value.entries : value.kind === "seq" ? value.items : [];
  for (const child of children) if (child.value) inside(child.value, end);
}
