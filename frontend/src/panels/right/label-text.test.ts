import { expect, it } from "vitest";
import { readLabel } from "./label-text";

it("reads key=value, also with an empty value or another sign in it", () => {
  expect(readLabel(" role = db ")).toEqual({ key: "role", value: "db" });
  expect(readLabel("role=")).toEqual({ key: "role", value: "" });
  expect(readLabel("a=b=c")).toEqual({ key: "a", value: "b=c" });
});

it("takes no label without a key or without the sign", () => {
  expect([readLabel("role"), readLabel("=db"), readLabel("")]).toEqual([null, null, null]);
});
