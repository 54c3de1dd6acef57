import { describe, expect, it } from "vitest";
import type { ComparisonAnswer, Thing } from "@/wire/messages";
import { comparisonOf, lookAt, lookAway, lookingStore, peekOf } from "./looking";

const NOW = { namespaces: {}, pods: {}, hosts: { b: host("b") }, connections: {} };

function host(id: string) {
  return { id, name: id, address: "192.0.2.1", x: 0, y: 0 };
}

function thing(id: string, fate: Thing["fate"]): Thing {
  const record = host(id);
  const parts = { before: fate === "added" ? null : record, after: fate === "removed" ? null : record };
  return { table: "hosts", id, name: id, fate, fields: [], ...parts };
}

function answer(things: Thing[], snapshot: ComparisonAnswer["snapshot"] = null): ComparisonAnswer {
  return {
    from: 1,
    to: 2,
    old: { name: "", board: null, revision: null },
    new: { name: "", board: null, revision: null },
    pairs: null,
    summary: "",
    things,
    arrows: [],
    policies: [],
    isolation: {},
    snapshot,
    markdown: "",
  };
}

describe("looking at what happened", () => {
  it("shows what a revision took away, and what it made and is gone since", () => {
    const looking = peekOf(NOW, answer([thing("a", "removed"), thing("c", "added")]), "r2");
    expect(Object.keys(looking.tables.hosts)).toEqual(["b", "a", "c"]);
    expect(looking.fates).toEqual({ a: "removed", c: "added" });
  });

  it("draws no arrow whose ends are nowhere", () => {
    const arrow = { id: "x", source: "gone", destination: "b", protocol: "TCP" as const, port: 80 };
    expect(peekOf({ ...NOW, connections: { x: arrow } }, answer([]), "").tables.connections).toEqual({});
  });

  it("compares on the later board, with what that no longer has", () => {
    const snapshot = { namespaces: [], pods: [], hosts: [host("n")], connections: [], policies: [], expectations: [] };
    const looking = comparisonOf(answer([thing("a", "removed"), thing("n", "added")], snapshot), "1 and 2");
    expect(Object.keys(looking.tables.hosts)).toEqual(["n", "a"]);
  });

  it("ends what was pointed at and leaves a comparison open", () => {
    lookAt(comparisonOf(answer([]), "1 and 2"));
    lookAway("peek");
    expect(lookingStore.getState().looking?.kind).toBe("compare");
    lookAway("compare");
    expect(lookingStore.getState().looking).toBeNull();
  });
});
