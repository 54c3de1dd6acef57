import { expect, it } from "vitest";
import { boardPoint, SIZE, scaleOf } from "./scale";

const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });

it("shows everything and the view, also when the view has gone elsewhere", () => {
  for (const view of [box(0, 0, 400, 300), box(-9000, 4000, 800, 600)]) {
    const things = box(0, 0, 2000, 500);
    const scale = scaleOf(things, view);
    const [from, to] = [boardPoint(scale, { x: 0, y: 0 }), boardPoint(scale, { x: SIZE.width, y: SIZE.height })];
    for (const { x, y, width, height } of [things, view]) {
      expect(from.x).toBeLessThan(x);
      expect(from.y).toBeLessThan(y);
      expect(to.x).toBeGreaterThan(x + width);
      expect(to.y).toBeGreaterThan(y + height);
    }
  }
});

it("has the middle of an empty board in its own middle", () => {
  const scale = scaleOf(null, box(100, 100, 200, 100));
  expect(boardPoint(scale, { x: SIZE.width / 2, y: SIZE.height / 2 })).toEqual({ x: 200, y: 150 });
});
