import { describe, expect, it } from "vitest";
import { andOrHints } from "./and-or";

const policy = (peers: string) => `spec:\n  ingress:\n  - from:\n${peers}    ports: []\n`;

describe("hints beside the peers of a rule", () => {
  it("say AND where one item holds both selectors", () => {
    expect(andOrHints(policy("    - podSelector: {}\n      namespaceSelector: {}\n"))).toEqual([
      { line: 5, word: "AND" },
    ]);
  });

  it("say OR where a second hyphen begins another peer", () => {
    expect(andOrHints(policy("    - podSelector: {}\n    - namespaceSelector: {}\n"))).toEqual([
      { line: 5, word: "OR" },
    ]);
  });

  it("tell case 4 from case 5, which differ by one hyphen", () => {
    const block = "    - ipBlock: {cidr: 192.168.5.10/32}\n";
    const four = policy(`    - podSelector: {}\n      namespaceSelector: {}\n${block}`);
    const five = policy(`    - podSelector: {}\n    - namespaceSelector: {}\n${block}`);
    expect(andOrHints(four).map(({ word }) => word)).toEqual(["AND", "OR"]);
    expect(andOrHints(five).map(({ word }) => word)).toEqual(["OR", "OR"]);
  });

  it("stay away from peers on one line and from text that does not parse", () => {
    expect(andOrHints("spec: {egress: [{to: [{podSelector: {}}, {ipBlock: {}}]}]}")).toEqual([]);
    expect(andOrHints("spec: [")).toEqual([]);
    expect(andOrHints("spec:\n  ingress: nonsense\n")).toEqual([]);
  });
});
