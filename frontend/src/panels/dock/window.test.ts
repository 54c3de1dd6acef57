import fc from "fast-check";
import { expect, it } from "vitest";
import { edgesOf, partOf } from "./window";

it("shows what touches the stretch, and leaves room for the rest", () => {
  const edges = edgesOf([10, 20, 30, 40]);
  expect(edges).toEqual([0, 10, 30, 60, 100]);
  expect(partOf(edges, 35, 10, 0)).toEqual({ first: 2, end: 3, before: 30, after: 40 });
  expect(partOf(edges, 0, 1000, 0)).toEqual({ first: 0, end: 4, before: 0, after: 0 });
});

it("is empty for nothing", () => {
  expect(partOf(edgesOf([]), 0, 100, 50)).toEqual({ first: 0, end: 0, before: 0, after: 0 });
});

it("covers every stretch and never changes the whole length", () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(sizes, fc.nat(6000), fc.integer({ min: 1, max: 900 }), fc.nat(200), (each, from, length, spare) => {
      const edges = edgesOf(each);
      const whole = edges.at(-1) ?? 0;
      const seen = Math.max(0, Math.min(from, whole - length));
      const { first, end, before, after } = partOf(edges, from, length, spare);
      expect(before + after + (edges[end] ?? 0) - (edges[first] ?? 0)).toBe(whole);
      expect(before).toBeLessThanOrEqual(seen);
      expect(whole - after).toBeGreaterThanOrEqual(Math.min(whole, seen + length));
    }),
  );
});
