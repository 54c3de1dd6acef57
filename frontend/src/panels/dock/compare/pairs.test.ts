import { expect, test } from "vitest";
import type { Pair } from "@/wire/messages";
import { pairArrows, placeText, portWords, reasons, rowsOf } from "./pairs";

const NONE = { TCP: [], UDP: [], SCTP: [] };
const tcp = (...ports: string[]) => ({ ...NONE, TCP: ports });

function pair(source: string, destination: string, gained = NONE as Pair["gained"], lost = NONE as Pair["lost"]): Pair {
  const some = (ports: Pair["gained"]) => Object.values(ports).some((spans) => spans.length > 0);
  const turn = some(gained) ? (some(lost) ? "changed" : "gained") : some(lost) ? "lost" : "unchanged";
  return { source, destination, turn, gained, lost, before: lost, after: gained, why: [] };
}

const PAIRS = [
  pair("a/web", "a/db", tcp("80")),
  pair("a/api", "a/db", NONE, tcp("443")),
  pair("b/x", "a/api", tcp("9"), tcp("10")),
];
const names = (pairs: Pair[]) => pairs.map(({ source }) => source);

test("a pair that gained and lost is found under both", () => {
  const sorting = { column: "source", down: false } as const;
  expect(names(rowsOf(PAIRS, "", "gained", sorting))).toEqual(["a/web", "b/x"]);
  expect(names(rowsOf(PAIRS, "", "lost", sorting))).toEqual(["a/api", "b/x"]);
  expect(names(rowsOf(PAIRS, "443", "all", sorting))).toEqual(["a/api"]);
});

test("rows are sorted by any column, either way", () => {
  expect(names(rowsOf(PAIRS, "", "all", { column: "turn", down: false }))).toEqual(["a/web", "a/api", "b/x"]);
  expect(names(rowsOf(PAIRS, "", "all", { column: "source", down: true }))).toEqual(["b/x", "a/web", "a/api"]);
  expect(names(rowsOf(PAIRS, "", "all", { column: "ports", down: false }))).toEqual(["b/x", "a/web", "a/api"]);
});

test("ports are told in words", () => {
  expect(portWords({ TCP: ["1-65535"], UDP: ["1-65535"], SCTP: ["1-65535"] })).toBe("every port");
  expect(portWords({ TCP: ["80", "443"], UDP: ["53"], SCTP: [] })).toBe("80, 443; UDP 53");
  expect(portWords({ TCP: [], UDP: ["1-65535"], SCTP: [] })).toBe("every UDP port");
  expect(placeText({ cidrs: ["10.0.0.0/8", "11.0.0.0/8", "12.0.0.0/8"] })).toBe(
    "10.0.0.0/8, 11.0.0.0/8 and 1 more blocks",
  );
});

test("a reason says in which of the two it acts", () => {
  const because = { policy: "a/p", rule: "ingress[0]", peer: "from[1]", file: "id", line: 7 };
  const stopping = { ...because, rule: null, peer: null, line: null };
  const why = { ports: NONE, allowed_by: [because], stopped_by: [stopping] };
  expect(reasons({ ...why, gained: true })).toEqual([
    "is let through by a/p ingress[0] from[1] (line 7)",
    "was stopped by a/p",
  ]);
  expect(reasons({ ...why, gained: false })[0]).toMatch(/^was let through/);
});

test("an arrow that shows the same by itself is not drawn twice", () => {
  const namespaces = { n: { id: "n", name: "a" } };
  const pods = Object.fromEntries(
    ["web", "api", "db"].map((name) => [name, { id: name, namespace: "n", name, owner: null }]),
  );
  const connections = { c: { id: "c", source: "web", destination: "db", protocol: "TCP", port: 80 } };
  const world = { namespaces, pods, hosts: {}, connections } as never;
  const turns = { c: { turn: "gained" } } as never;
  expect(pairArrows(PAIRS, world, turns)).toEqual([
    { id: "lost api db", source: "api", destination: "db", turn: "lost", text: "443", pair: "a/api → a/db" },
  ]);
});
