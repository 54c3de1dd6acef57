import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aligned, distributed } from "./align";
import { arrangeAll } from "./arrange";
import { layered } from "./layers";
import { type Box, overlap } from "./shapes";

const box = fc.record({
  x: fc.integer({ min: -500, max: 500 }),
  y: fc.integer({ min: -500, max: 500 }),
  width: fc.integer({ min: 20, max: 200 }),
  height: fc.integer({ min: 20, max: 90 }),
});
const boxes = fc.array(box, { minLength: 3, maxLength: 8 }).map((all) => new Map(all.map((each, i) => [`${i}`, each])));

/** How far the boxes cover each other, as an area. */
function touching(all: Box[]): number {
  return all.flatMap((one, i) => all.slice(i + 1).map((other) => overlap(one, other))).reduce((a, b) => a + b, 0);
}

describe("aligning", () => {
  it("gives all the same edge, and moves along one axis only", () => {
    fc.assert(
      fc.property(boxes, (all) => {
        const right = aligned(all, "right");
        const edges = [...right].map(([id, { x }]) => x + (all.get(id)?.width ?? 0));
        expect(new Set(edges).size).toBe(1);
        for (const [id, { y }] of right) expect(y).toBe(all.get(id)?.y);
      }),
    );
  });

  it("makes the gaps equal, and the first and the last stay", () => {
    fc.assert(
      fc.property(boxes, (all) => {
        const places = [...distributed(all, "x")].map(([id, { x }]) => ({ x, was: all.get(id) as Box }));
        const gaps = places.slice(1).map(({ x }, index) => {
          const before = places[index] as { x: number; was: Box };
          return x - before.x - before.was.width;
        });
        for (const gap of gaps) expect(gap).toBeCloseTo(gaps[0] ?? 0);
        for (const { x, was } of [places[0], places.at(-1)] as { x: number; was: Box }[]) expect(x).toBeCloseTo(was.x);
      }),
    );
  });
});

describe("arranging", () => {
  const piece = (id: string) => ({ id, width: 160, height: 89 });
  const GAP = { x: 110, y: 50 };

  it("puts callers to the left of what they call", () => {
    const links = [
      { source: "web", destination: "api" },
      { source: "api", destination: "db" },
      { source: "web", destination: "db" },
    ];
    const places = layered(["db", "api", "web"].map(piece), links, GAP);
    const x = (id: string) => places.get(id)?.x ?? Number.NaN;
    expect([x("web") < x("api"), x("api") < x("db")]).toEqual([true, true]);
  });

  it("places everything once, over nothing else, whatever the links, cycles too", () => {
    const ids = ["a", "b", "c", "d", "e", "f"];
    const link = fc.record({ source: fc.constantFrom(...ids), destination: fc.constantFrom(...ids) });
    fc.assert(
      fc.property(fc.array(link, { maxLength: 14 }), (links) => {
        const places = layered(ids.map(piece), links, GAP);
        expect([...places.keys()].sort()).toEqual(ids);
        const put = [...places.values()].map((place) => ({ ...place, width: 160, height: 89 }));
        expect(touching(put)).toBe(0);
      }),
    );
  });

  it("keeps namespaces apart and outside addresses beyond them, with few namespaces and with many", () => {
    for (const count of [3, 40]) {
      const rooms = Array.from({ length: count }, (_, n) => ({
        ...{ id: `n${n}`, width: 200, height: 100 },
        pods: [piece(`p${n}`), piece(`q${n}`)],
      }));
      const links = rooms.slice(1).map((_, n) => ({ source: `p${n}`, destination: `q${n + 1}` }));
      const places = arrangeAll({ rooms, hosts: [piece("h")], links });
      const frames = rooms.map(({ id }) => ({
        ...(places.get(id) as { x: number; y: number }),
        width: 510,
        height: 159,
      }));
      expect(touching(frames)).toBe(0);
      expect(places.get("h")?.x).toBeGreaterThan(Math.max(...frames.map(({ x }) => x + 510)));
    }
  });
});
