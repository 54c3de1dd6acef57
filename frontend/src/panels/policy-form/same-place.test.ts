import { expect, test } from "vitest";
import { insert, remove, set } from "@/commands/policy-edit";
import { readPolicy, stepsOf } from "./policy-value";
import { meansTheSame } from "./same-place";

const TWO = readPolicy("spec: {podSelector: {matchLabels: {a: b}}, ingress: [{ports: [{port: 1}]}, {from: []}]}");
const MORE = readPolicy("spec: {podSelector: {matchLabels: {a: c}}, ingress: [{ports: [{port: 1}]}]}");

test("steps are read as they are written", () => {
  expect(stepsOf('metadata.labels["a.b/c"]')).toEqual(["metadata", "labels", "a.b/c"]);
  expect(stepsOf("spec.ingress[0].from[-]")).toEqual(["spec", "ingress", 0, "from", -1]);
});

test("an edit in a rule that others left alone stays what it was", () => {
  expect(meansTheSame([set("spec.ingress[0].ports[0].port", 2)], TWO, MORE)).toBe(true);
  expect(meansTheSame([insert("spec.ingress[-]", {})], TWO, MORE)).toBe(true);
  expect(meansTheSame([set("metadata.name", "x")], TWO, MORE)).toBe(true);
});

test("an edit in what others changed is another one now", () => {
  expect(meansTheSame([remove("spec.ingress[1].from[0]")], TWO, MORE)).toBe(false);
  expect(meansTheSame([set("spec.podSelector.matchLabels.a", "d")], TWO, MORE)).toBe(false);
});
