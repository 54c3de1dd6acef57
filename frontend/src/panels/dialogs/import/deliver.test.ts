import { expect, it } from "vitest";
import { lines } from "./deliver";

it("reads the lines that have come whole, and waits for the rest of the last one", () => {
  const text = '{"stage":"reading","done":1,"of":2}\n{"stage":"read';
  expect(lines(text)).toEqual([{ stage: "reading", done: 1, of: 2 }]);
  expect(lines("")).toEqual([]);
});
