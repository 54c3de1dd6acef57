import { expect, test } from "vitest";
import { insert, LAST, move, pathOf, remove } from "./policy-edit";

test("a path is written as the API server writes it", () => {
  expect(pathOf("spec", "ingress", 0, "from", LAST)).toBe("spec.ingress[0].from[-]");
  expect(pathOf("metadata", "labels", "example.com/role")).toBe('metadata.labels["example.com/role"]');
});

test("edits are what the command takes", () => {
  expect(insert("spec.egress[-]", {})).toEqual({ op: "insert", path: "spec.egress[-]", value: {} });
  expect(move("spec.ingress[1]", 0)).toEqual({ op: "move", path: "spec.ingress[1]", to: 0 });
  expect(remove("spec.ingress[0].from[0]").emptied).toBe("refuse");
});
