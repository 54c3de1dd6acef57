import fc from "fast-check";
import { expect, it } from "vitest";
import { snapped } from "./snapping";

const card = (x: number, y: number) => ({ x, y, width: 160, height: 90 });

it("makes a card level with the nearest edge within reach, and says along which line", () => {
  const { place, guides } = snapped(card(304, 2), [card(0, 0)], 6);
  expect(place).toEqual({ x: 304, y: 0 });
  expect(guides).toEqual([{ axis: "y", at: 0, from: 0, to: 464 }]);
});

it("leaves a card alone that is level with nothing", () => {
  expect(snapped(card(333, 60), [card(0, 0)], 6)).toEqual({ place: { x: 333, y: 60 }, guides: [] });
});

it("never moves a card further than its reach, and a snapped card stays where it is", () => {
  const place = fc.integer({ min: -300, max: 300 });
  fc.assert(
    fc.property(place, place, place, place, (x, y, u, v) => {
      const once = snapped(card(x, y), [card(u, v)], 6).place;
      expect(Math.max(Math.abs(once.x - x), Math.abs(once.y - y))).toBeLessThanOrEqual(6);
      expect(snapped(card(once.x, once.y), [card(u, v)], 6).place).toEqual(once);
    }),
  );
});
