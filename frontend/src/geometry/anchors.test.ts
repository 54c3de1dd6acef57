import { describe, expect, it } from "vitest";
import { spread } from "./anchors";

function placed(wishes: number[], length: number, room = 20): number[] {
  const result: number[] = [];
  spread(
    wishes.map((wish, index) => ({ key: index, wish, room, put: (along: number) => (result[index] = along) })),
    length,
  );
  return result;
}

describe("spreading arrows along a side", () => {
  it("leaves each where it wishes to be when there is room", () => {
    expect(placed([-30, 0, 30], 200)).toEqual([-30, 0, 30]);
  });

  it("moves neighbours apart evenly, around the place they share", () => {
    expect(placed([5, 5], 200)).toEqual([-5, 15]);
  });

  it("keeps the order even against the wishes", () => {
    const [first, second] = placed([40, -40], 200);
    expect(first).toBeLessThan(second ?? 0);
  });

  it("moves all closer together when the side is too short", () => {
    expect(placed([0, 0, 0, 0], 40)).toEqual([-15, -5, 5, 15]);
  });

  it("stays on the side", () => {
    expect(placed([500], 100)).toEqual([40]);
  });
});
