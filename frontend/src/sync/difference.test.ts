import fc from "fast-check";
import { expect, it } from "vitest";
import { difference } from "./difference";

it("leads from any text to any other", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "\n", "😀", "😁", "🀀") });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { from, to, insert } = difference(before, after);
      expect(before.slice(0, from) + insert + before.slice(to)).toBe(after);
      for (const part of [insert, before.slice(from, to)]) expect(() => encodeURIComponent(part)).not.toThrow();
    }),
  );
});

it("touches only what differs", () => {
  expect(difference("role: db\nport: 1", "role: api\nport: 1")).toEqual({ from: 6, to: 8, insert: "api" });
});
