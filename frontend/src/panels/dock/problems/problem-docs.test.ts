import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { docIn } from "./problem-docs";

const DOCUMENT = readFileSync(new URL("../../../../../docs/problems.md", import.meta.url), "utf8");

test("every section of the document has words, an example and a correction", () => {
  const ids = [...DOCUMENT.matchAll(/^## ([a-z0-9-]+)$/gm)].map(([, id]) => id ?? "");
  expect(ids.length).toBeGreaterThan(24);
  for (const id of ids) {
    const doc = docIn(DOCUMENT, id);
    expect(doc?.words, id).toMatch(/^Severity: /);
    expect(doc?.correction, id).not.toBe("");
  }
  expect(docIn(DOCUMENT, "dns-cut")?.example).toContain("policyTypes: [Egress]");
});

test("what has no section has no document", () => {
  expect(docIn(DOCUMENT, "no-such-problem")).toBeNull();
});
