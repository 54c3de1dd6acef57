/** Where a rule's peers mean AND and where they mean OR: two selectors in one list item, or a second item. */
import { isMap, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from "yaml";

export type Hint = { line: number; word: "AND" | "OR" };

/** Hints by line, counted from 1. A text that does not parse has none; peers that share one line say nothing. */
export function andOrHints(text: string): Hint[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, logLevel: "silent" });
  if (document.errors.length > 0) return [];
  const lineOf = (node: unknown) => lines.linePos((node as Node).range?.[0] ?? 0).line;
  return [
    ["spec", "ingress", "from"],
    ["spec", "egress", "to"],
  ].flatMap(([spec = "", direction = "", peers = ""]) => {
    const rules = document.getIn([spec, direction]);
    if (!isSeq(rules)) return [];
    return rules.items.flatMap((rule) => (isMap(rule) ? peerHints(rule.get(peers), lineOf) : []));
  });
}

function peerHints(peers: unknown, lineOf: (node: unknown) => number): Hint[] {
  if (!isSeq(peers)) return [];
  return peers.items.flatMap((peer, index) => {
    const before = peers.items[index - 1];
    const or = before && lineOf(before) !== lineOf(peer) ? [{ line: lineOf(peer), word: "OR" as const }] : [];
    return isMap(peer) ? [...or, ...andHints(peer, lineOf)] : or;
  });
}

function andHints(peer: YAMLMap, lineOf: (node: unknown) => number): Hint[] {
  const selectors = peer.items.filter(({ key }) => ["podSelector", "namespaceSelector"].includes(String(key)));
  const [first, second] = selectors;
  if (!first || !second || lineOf(first.key) === lineOf(second.key)) return [];
  return [{ line: lineOf(second.key), word: "AND" }];
}
