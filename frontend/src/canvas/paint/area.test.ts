import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaFor, restedArea, type Seen } from "./area";
import type { View } from "./scene";

const at = (x: number, y: number, zoom = 0.5): Seen => ({ transform: [x, y, zoom], width: 1000, height: 600 });

/** What of the painted area lies on the screen, as [left, top, right, bottom]. */
function onScreen(area: View, { transform: [x, y] }: Seen): number[] {
  return [x - area.x, y - area.y, x - area.x + area.width, y - area.y + area.height];
}

describe("the painted area", () => {
  it("stays the same while the view moves a little, so that nothing is painted again", () => {
    const held = areaFor(at(0, 0), 1, null);
    expect(areaFor(at(120, -200), 1, held)).toBe(held);
    expect(areaFor(at(120, -400), 1, held)).not.toBe(held);
  });

  it("covers the screen, wherever the view goes and however it zooms", () => {
    const step = fc.record({
      x: fc.double({ min: -400, max: 400, noNaN: true }),
      y: fc.double({ min: -400, max: 400, noNaN: true }),
      zoom: fc.constantFrom(0.1, 0.5, 0.5, 0.5, 2),
      rests: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let [x, y] = [0, 0];
        let held = areaFor(at(0, 0), 1, null);
        for (const { x: dx, y: dy, zoom, rests } of steps) {
          [x, y] = [x + dx, y + dy];
          const seen = at(x, y, zoom);
          held = areaFor(seen, 1, held);
          if (rests) held = restedArea(seen, 1, held);
          const [left = 1, top = 1, right = 0, bottom = 0] = onScreen(held, seen);
          expect(held.zoom).toBe(zoom);
          expect(left).toBeLessThanOrEqual(1e-6);
          expect(top).toBeLessThanOrEqual(1e-6);
          expect(right).toBeGreaterThanOrEqual(1000 - 1e-6);
          expect(bottom).toBeGreaterThanOrEqual(600 - 1e-6);
        }
      }),
    );
  });

  it("is no larger than the screen while the zoom changes, and has room again at rest", () => {
    const held = areaFor(at(0, 0), 1, null);
    const zooming = areaFor(at(0, 0, 0.6), 1, held);
    expect([zooming.width, zooming.height]).toEqual([1000, 600]);
    const rested = restedArea(at(0, 0, 0.6), 1, zooming);
    expect(rested.width).toBeGreaterThan(1000);
    expect(restedArea(at(0, 0, 0.6), 1, rested)).toBe(rested);
  });
});
