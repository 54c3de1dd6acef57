import { expect, it } from "vitest";
import { changed, freeName, toggled, without } from "./lists";

it("changes and takes out one item, and leaves the others the very same", () => {
  const list = [{ a: 1 }, { a: 2 }];
  expect(changed(list, 1, { a: 3 })).toEqual([{ a: 1 }, { a: 3 }]);
  expect(changed(list, 1, { a: 3 })[0]).toBe(list[0]);
  expect(without(list, 0)).toEqual([{ a: 2 }]);
});

it("finds a name that is free", () => {
  expect(freeName("goal", [])).toBe("goal");
  expect(freeName("goal", ["goal", "goal-2"])).toBe("goal-3");
});

it("keeps the usual order, and what it does not know at the end", () => {
  expect(toggled(["shop/deny", "pods"], "namespaces", true, ["pods", "namespaces"])).toEqual([
    "pods",
    "namespaces",
    "shop/deny",
  ]);
  expect(toggled(["pods", "namespaces"], "pods", false, ["pods", "namespaces"])).toEqual(["namespaces"]);
});
