import { expect, it } from "vitest";
import { EVERY_PORT, NO_PORT, reachOf } from "./reach";

const end = (name: string, number: number | null, pods: string[] = []) => ({
  name,
  namespace: "prod",
  number,
  pods,
  hosts: [],
  cidrs: [],
});

it("reads rows that several classes share, and bits beyond the first digits", () => {
  const reach = reachOf({
    revision: 3,
    ends: [end("prod/a", 0, ["a"]), end("prod/b", 12, ["b1", "b2"])],
    ports: [{}, { TCP: ["1-65535"] }, { TCP: ["80"] }],
    source: Array.from({ length: 13 }, (_, at) => Number(at === 12)),
    rows: [{ 2: "1000" }, { 1: "1" }],
    always: { a: ["b1"] },
  });
  expect([reach.between(0, 12), reach.between(5, 12), reach.between(12, 0)]).toEqual([2, 2, EVERY_PORT]);
  expect([reach.between(0, 11), reach.between(12, 12)]).toEqual([NO_PORT, NO_PORT]);
  expect([reach.always("a", "b1"), reach.always("b1", "a"), reach.always("b1", "b1")]).toEqual([true, false, true]);
  expect(reach.endOf.get("b2")?.name).toBe("prod/b");
});
