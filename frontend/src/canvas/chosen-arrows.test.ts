import { expect, it } from "vitest";
import type { Arrow } from "@/geometry/arrows";
import type { PodRecord, Ref } from "@/model/records";
import type { ConnectionVerdict } from "@/wire/messages";
import { chosenArrows } from "./chosen-arrows";

const arrow = (id: string, source: string, outcome: Arrow["outcome"]): Arrow => ({
  ...{ id, source, destination: "db", outcome, text: "80" },
  stopped: { source: false, destination: outcome === "blocked" },
});
const ARROWS = [arrow("one", "web", "allowed"), arrow("two", "api", "blocked")];
const VERDICTS = { one: { allowed: true }, two: { allowed: false } } as unknown as Record<string, ConnectionVerdict>;
const PODS = { web: { namespace: "shop" }, api: { namespace: "office" } } as unknown as Record<string, PodRecord>;

function drawn(choice: "all" | "blocked" | "changed" | "selection", selection: Ref[] = [], baseline = {}) {
  const now = { selection, pods: PODS, verdicts: VERDICTS };
  return chosenArrows(ARROWS, { choice, baseline }, now).map(({ id }) => id);
}

it("draws all, or those that are blocked", () => {
  expect([drawn("all"), drawn("blocked")]).toEqual([["one", "two"], ["two"]]);
});

it("draws those of the selected pod or namespace", () => {
  expect(drawn("selection", [{ table: "pods", id: "web" }])).toEqual(["one"]);
  expect(drawn("selection", [{ table: "namespaces", id: "office" }])).toEqual(["two"]);
  expect(drawn("selection")).toEqual([]);
});

it("draws what changed since, and what was not there then", () => {
  expect(drawn("changed", [], { one: true, two: true })).toEqual(["two"]);
  expect(drawn("changed", [], { two: false })).toEqual(["one"]);
});

it("keeps a selected arrow whatever the choice", () => {
  expect(drawn("blocked", [{ table: "connections", id: "one" }])).toEqual(["one", "two"]);
});
