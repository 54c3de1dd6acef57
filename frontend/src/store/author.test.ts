import { expect, it } from "vitest";
import type { Fault } from "@/wire/messages";
import { faultAt, faultsWithin } from "./author";

const fault = (path: string | null, message: string): Fault => ({
  code: "missing_field",
  message,
  file: null,
  document: null,
  path,
  line: null,
  column: null,
  value: null,
});
const FAULTS = [
  fault("title", "One."),
  fault("goals[0].from", "Two."),
  fault("goals[10]", "Three."),
  fault(null, "Four."),
];

it("tells each field its own faults, once each", () => {
  expect(faultAt([...FAULTS, fault("title", "One.")], "title")).toBe("One.");
  expect(faultAt(FAULTS, "goals[0]")).toBeNull();
});

it("counts what is below a part, and not what only begins like it", () => {
  expect(faultsWithin(FAULTS, ["goals"]).map(({ message }) => message)).toEqual(["Two.", "Three."]);
  expect(faultsWithin(FAULTS, ["goals[1]"])).toEqual([]);
  expect(faultsWithin(FAULTS, ["goal"])).toEqual([]);
});
