import { Text } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { readYaml } from "../structure/read";
import { andOr } from "./and-or";

function found(text: string) {
  const { brackets, between } = andOr(readYaml(text), Text.of(text.split("\n")));
  return [
    ...brackets.map(({ word, from, to, words }) => `${word} ${from}-${to} at ${words.join(",")}`),
    ...between.map(({ word, at }) => `${word} before ${text.slice(at, at + 8)}`),
  ];
}

const policy = (peers: string) => `spec:\n  ingress:\n  - from:\n${peers}    ports: []\n`;

describe("brackets beside the peers of a rule", () => {
  it("say AND where one item holds both selectors", () => {
    expect(found(policy("    - podSelector: {}\n      namespaceSelector: {}\n"))).toEqual(["AND 4-5 at 5"]);
  });

  it("say OR where a second hyphen begins another peer", () => {
    expect(found(policy("    - podSelector: {}\n    - namespaceSelector: {}\n"))).toEqual(["OR 4-5 at 5"]);
  });

  it("tell two peers from three, which differ by one hyphen", () => {
    const block = "    - ipBlock: {cidr: 192.168.5.10/32}\n";
    const two = policy(`    - podSelector: {}\n      namespaceSelector: {}\n${block}`);
    const three = policy(`    - podSelector: {}\n    - namespaceSelector: {}\n${block}`);
    expect(found(two)).toEqual(["OR 4-6 at 6", "AND 4-5 at 5"]);
    expect(found(three)).toEqual(["OR 4-6 at 5,6"]);
  });

  it("reach over the lines of a peer, comments between them too", () => {
    const peers =
      "    - podSelector:\n        matchLabels:\n          a: b\n    # and\n    - namespaceSelector:\n        x: y\n";
    expect(found(policy(peers))).toEqual(["OR 4-9 at 8"]);
  });

  it("say OR between rules, and for egress as well", () => {
    expect(found("spec:\n  egress:\n  - to: []\n  - ports: []\n    to:\n    - podSelector: {}\n")).toEqual([
      "OR 3-6 at 4",
    ]);
  });

  it("stand in the line where all stands on one", () => {
    expect(found("spec: {egress: [{to: [{podSelector: {}, namespaceSelector: {}}, {ipBlock: {}}]}]}")).toEqual([
      "OR before {ipBlock",
      "AND before namespac",
    ]);
  });

  it("stay right in half-typed text", () => {
    const peers = "    - podSelector: {}\n      namespaceSelector:\n    - ipB\n";
    expect(found(policy(peers))).toEqual(["OR 4-6 at 6", "AND 4-5 at 5"]);
    expect(found("spec: [")).toEqual([]);
    expect(found("spec:\n  ingress: nonsense\n")).toEqual([]);
  });

  it("do not count a selector whose colon is still missing", () => {
    expect(found(policy("    - podSelector: {}\n      namespaceSelector\n"))).toEqual([]);
  });
});
