import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BoardState } from "@/store/board";
import type { Direction } from "./gestures";
import { connectedTowards } from "./walking";

type At = { x: number; y: number };

function star(places: Record<string, At>) {
  const hosts = Object.fromEntries(Object.entries({ middle: { x: 0, y: 0 }, ...places }).map(([id, at]) => [id, at]));
  const connections = Object.fromEntries(
    Object.keys(places).map((id) => [id, { id, source: "middle", destination: id, protocol: "TCP", port: 80 }]),
  );
  return { namespaces: {}, pods: {}, hosts, connections } as unknown as BoardState;
}

describe("walking along connections", () => {
  it("goes to the nearest connected card on that side", () => {
    const board = star({ near: { x: 300, y: 40 }, far: { x: 900, y: 0 }, above: { x: 0, y: -300 } });
    expect(connectedTowards(board, "middle", [1, 0])).toBe("near");
    expect(connectedTowards(board, "middle", [0, -1])).toBe("above");
    expect(connectedTowards(board, "middle", [-1, 0])).toBeNull();
    expect(connectedTowards(board, "near", [-1, 0])).toBe("middle");
  });

  it("reaches every neighbour by one of the four keys, when it is the only one", () => {
    const number = fc.integer({ min: -900, max: 900 });
    const all: Direction[] = [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ];
    fc.assert(
      fc.property(number, number, (x, y) => {
        fc.pre(x !== 0 || y !== 0);
        const board = star({ other: { x, y } });
        expect(all.some((way) => connectedTowards(board, "middle", way) === "other")).toBe(true);
      }),
    );
  });
});
