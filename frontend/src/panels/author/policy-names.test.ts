import { expect, it } from "vitest";
import { policyNames } from "./policy-names";

it("names the policies of a text, and nothing else in it", () => {
  const text = "kind: NetworkPolicy\nmetadata: {name: a, namespace: n}\n---\nkind: Pod\nmetadata: {name: b}\n---\n";
  expect(policyNames(text)).toEqual(["n/a"]);
  expect(policyNames("kind: NetworkPolicy\nmetadata: {name: a}\n")).toEqual(["default/a"]);
  expect(policyNames("")).toEqual([]);
  expect(policyNames("- [")).toEqual([]);
});
