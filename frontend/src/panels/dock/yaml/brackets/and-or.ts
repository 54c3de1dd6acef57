/** Where the parts of a policy mean AND and where they mean OR. */
import type { Text } from "@codemirror/state";
import { entryOf, type Item, itemsOf, type Value, valueAt, type YamlDocument } from "../structure/nodes";

export type Word = "AND" | "OR";

/** Parts that belong together, drawn as one bracket: from its first line to its last, with the word beside each part
 * but the first. Lines count from 1. `lane`: 0 for rules, 1 for peers, 2 for the two selectors of one peer. */
export interface Bracket {
  word: Word;
  lane: 0 | 1 | 2;
  from: number;
  to: number;
  words: number[];
}

/** A word between parts that stand on one line, at the offset where the second begins. */
export interface Between {
  word: Word;
  at: number;
}

type Part = { from: number; to: number };

/** Correct also where the text around it does not parse. */
export function andOr(documents: readonly YamlDocument[], doc: Text): { brackets: Bracket[]; between: Between[] } {
  const brackets: Bracket[] = [];
  const between: Between[] = [];
  const join = (parts: Part[], word: Word, lane: Bracket["lane"]) => {
    const lines = parts.map(({ from }) => doc.lineAt(Math.min(from, doc.length)).number);
    const apart = parts.filter((_, index) => index > 0 && lines[index] !== lines[index - 1]);
    for (const [index, { from }] of parts.entries())
      if (index > 0 && lines[index] === lines[index - 1]) between.push({ word, at: from });
    if (apart.length === 0) return;
    const words = apart.map(({ from }) => doc.lineAt(from).number);
    brackets.push({ word, lane, from: lines[0] ?? 1, to: lastLine(doc, parts), words });
  };
  for (const { value } of documents)
    for (const [direction, peers] of [
      ["ingress", "from"],
      ["egress", "to"],
    ] as const) {
      const rules = itemsOf(valueAt(value, "spec"), direction);
      if (rules.length > 1) join(rules, "OR", 0);
      for (const rule of rules) joinPeers(itemsOf(rule.value, peers), join);
    }
  return { brackets, between };
}

function joinPeers(peers: Item[], join: (parts: Part[], word: Word, lane: Bracket["lane"]) => void): void {
  if (peers.length > 1) join(peers, "OR", 1);
  for (const { value } of peers) {
    const both = selectors(value);
    if (both.length === 2) join(both, "AND", 2);
  }
}

/** The two selectors of one peer, in the order of the text. */
function selectors(peer: Value | null): Part[] {
  return ["podSelector", "namespaceSelector"]
    .flatMap((key) => entryOf(peer, key) ?? [])
    .filter(({ colon }) => colon !== null)
    .sort((a, b) => a.from - b.from);
}

function lastLine(doc: Text, parts: Part[]): number {
  return doc.lineAt(Math.min(Math.max(...parts.map(({ to }) => to)), doc.length)).number;
}
