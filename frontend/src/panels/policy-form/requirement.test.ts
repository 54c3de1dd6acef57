import { expect, test } from "vitest";
import { NEW_PORT, portDraft, portMistake, portText, portValue } from "./port";
import { removal, requirementEdits, requirementsOf, requirementText } from "./requirement";

const SELECTOR = {
  matchLabels: { role: "api" },
  matchExpressions: [
    { key: "tier", operator: "In", values: ["a", "b"] },
    { key: "debug", operator: "DoesNotExist" },
  ],
};
const AT = ["spec", "podSelector"];

test("a selector is read as conditions", () => {
  expect(requirementsOf(SELECTOR).map(requirementText)).toEqual(["role=api", "tier in (a, b)", "!debug"]);
  expect(requirementsOf(null)).toEqual([]);
});

test("a label that becomes an expression is there as the one before it goes as the other", () => {
  const [role] = requirementsOf(SELECTOR);
  if (!role) throw new Error("no label");
  const edits = requirementEdits(AT, role, { at: null, key: "role", operator: "Exists", values: [] });
  expect(edits.map(({ op }) => op)).toEqual(["insert", "remove"]);
  expect(edits[0]?.value).toEqual({ key: "role", operator: "Exists" });
  expect(removal(AT, role)[0]?.path).toBe("spec.podSelector.matchLabels.role");
});

test("a label's new key is a rename, and its new value is set there", () => {
  const [role] = requirementsOf(SELECTOR);
  const edits = requirementEdits(AT, role ?? null, { at: null, key: "a.b/app", operator: "=", values: ["x"] });
  expect(edits.map(({ op, path }) => [op, path])).toEqual([
    ["rename", "spec.podSelector.matchLabels.role"],
    ["set", 'spec.podSelector.matchLabels["a.b/app"]'],
  ]);
});

test("every way to write a port is read and written as it was", () => {
  for (const port of [
    { protocol: "TCP", port: 3306 },
    { protocol: "UDP", port: 8000, endPort: 8080 },
    { protocol: "SCTP", port: "dns" },
    { protocol: "UDP" },
  ])
    expect(portValue(portDraft(port))).toEqual(port);
  expect(portText({ port: 80 })).toBe("TCP 80");
  expect(portText(null)).toBe("every TCP port");
});

test("a port that is none is not sent", () => {
  expect(portMistake({ ...NEW_PORT, port: "0" })).toContain("1 to 65535");
  expect(portMistake({ ...NEW_PORT, kind: "range", port: "90", end: "80" })).toContain("ends");
  expect(portMistake({ ...NEW_PORT, port: "443" })).toBeNull();
});
