import fc from "fast-check";
import { expect, test } from "vitest";
import { placeBeside, type Side } from "./place-beside";

const ROOM = { width: 1024, height: 768 };
const CARD = { width: 320, height: 180 };

test("a card stands on the side asked for where there is room", () => {
  const panel = { left: 0, top: 48, width: 200, height: 400 };
  expect(placeBeside(panel, "right", CARD, ROOM).x).toBe(212);
  expect(placeBeside({ ...panel, left: 700 }, "left", CARD, ROOM).x).toBe(368);
});

test("a card is always whole inside the window", () => {
  const number = fc.integer({ min: -500, max: 1500 });
  const rect = fc.record({ left: number, top: number, width: fc.nat(1500), height: fc.nat(1500) });
  fc.assert(
    fc.property(rect, fc.constantFrom<Side[]>("right", "left", "above", "below", "inside"), (part, side) => {
      const { x, y } = placeBeside(part, side, CARD, ROOM);
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(x + CARD.width).toBeLessThanOrEqual(ROOM.width);
      expect(y + CARD.height).toBeLessThanOrEqual(ROOM.height);
    }),
  );
});
