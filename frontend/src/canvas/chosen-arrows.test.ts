import { expect, it } from "vitest";
import type { Arrow } from "@/geometry/arrows";
import type { ConnectionRecord, PodRecord, Ref } from "@/model/records";
import type { DrawnState } from "@/store/drawn";
import type { ConnectionVerdict } from "@/wire/messages";
import { chosenArrows } from "./chosen-arrows";

const arrow = (id: string, source: string, outcome: Arrow["outcome"]): Arrow => ({
  ...{ id, source, destination: "db", outcome, text: "80" },
  stopped: { source: false, destination: outcome === "blocked" },
});
const ARROWS = [arrow("one", "web", "allowed"), arrow("two", "api", "blocked")];
const VERDICTS = { one: { allowed: true }, two: { allowed: false } } as unknown as Record<string, ConnectionVerdict>;
const PODS = { web: { namespace: "shop" }, api: { namespace: "office" } } as unknown as Record<string, PodRecord>;
const CONNECTIONS = {
  one: { protocol: "TCP", port: 80 },
  two: { protocol: "UDP", port: 53 },
} as unknown as Record<string, ConnectionRecord>;

type Part = Partial<DrawnState>;

function drawn(part: Part, selection: Ref[] = []) {
  const now = { selection, pods: PODS, connections: CONNECTIONS, verdicts: VERDICTS };
  return chosenArrows(ARROWS, { choice: "all", port: "", namespace: "", baseline: {}, ...part }, now).map(
    ({ id }) => id,
  );
}

it("draws all, or those that are allowed or blocked", () => {
  expect([drawn({}), drawn({ choice: "allowed" }), drawn({ choice: "blocked" })]).toEqual([
    ["one", "two"],
    ["one"],
    ["two"],
  ]);
  expect(drawn({ choice: "possible" })).toEqual(["one", "two"]);
});

it("draws those of a port or a namespace", () => {
  expect([drawn({ port: "80" }), drawn({ port: "53/UDP" }), drawn({ port: "53" })]).toEqual([["one"], ["two"], []]);
  expect([drawn({ namespace: "office" }), drawn({ namespace: "shop", choice: "blocked" })]).toEqual([["two"], []]);
});

it("takes a port that is half typed for none", () => {
  expect(drawn({ port: "http" })).toEqual(["one", "two"]);
});

it("draws those of the selected pod or namespace", () => {
  expect(drawn({ choice: "selection" }, [{ table: "pods", id: "web" }])).toEqual(["one"]);
  expect(drawn({ choice: "selection" }, [{ table: "namespaces", id: "office" }])).toEqual(["two"]);
  expect(drawn({ choice: "selection" })).toEqual([]);
});

it("draws what changed since, and what was not there then", () => {
  expect(drawn({ choice: "changed", baseline: { one: true, two: true } })).toEqual(["two"]);
  expect(drawn({ choice: "changed", baseline: { two: false } })).toEqual(["one"]);
});

it("keeps a selected arrow whatever the choice", () => {
  expect(drawn({ choice: "blocked" }, [{ table: "connections", id: "one" }])).toEqual(["one", "two"]);
});
