import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HOST_SIZE, hostBox, namespaceBox } from "@/geometry/boxes";
import { overlap } from "@/geometry/shapes";
import type { BoardState } from "@/store/board";
import type { View } from "./command";
import { freeSpot } from "./placing";

const frame = (x: number, y: number) => ({ x, y, width: 400, height: 240 });

function view(
  frames: { x: number; y: number }[],
  hosts: { x: number; y: number }[],
  at: { x: number; y: number },
): View {
  const namespaces = Object.fromEntries(frames.map(({ x, y }, index) => [`n${index}`, frame(x, y)]));
  return { board: { namespaces, hosts: Object.fromEntries(hosts.entries()) } as unknown as BoardState, at } as View;
}

describe("where a new thing goes", () => {
  it("is where the person points, when nothing stands there", () => {
    expect(freeSpot(view([], [], { x: 180, y: 133 }), HOST_SIZE)).toEqual({ x: 100, y: 100 });
  });

  it("is just outside of a frame, on the nearest side, for an address dropped inside", () => {
    const spot = freeSpot(view([{ x: 0, y: 0 }], [], { x: 370, y: 120 }), HOST_SIZE);
    expect(spot).toEqual({ x: 430, y: 90 });
  });

  it("never covers a frame or an outside address", () => {
    const corner = fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -900, max: 900 }) });
    fc.assert(
      fc.property(
        fc.array(corner, { maxLength: 8 }),
        fc.array(corner, { maxLength: 8 }),
        corner,
        (frames, hosts, at) => {
          const made = view(frames, hosts, at);
          const box = { ...freeSpot(made, HOST_SIZE), ...HOST_SIZE };
          const others = [
            ...Object.values(made.board.namespaces).map(namespaceBox),
            ...Object.values(made.board.hosts).map(hostBox),
          ];
          expect(others.filter((other) => overlap(other, box) > 0)).toEqual([]);
        },
      ),
    );
  });
});
