import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Arrow } from "./arrows";
import { draw } from "./draw";
import { locksOf } from "./gates";
import { hitsOf } from "./hits";
import { type Box, contains, grown, overlap } from "./shapes";

const CARD = { width: 160, height: 89 };

/** The lesson's board: six boxes and fourteen arrows, as in editor/board/examples/database. */
const BOXES = new Map<string, Box>([
  ["prod/web", { x: 40, y: 44, ...CARD }],
  ["prod/api", { x: 330, y: 44, ...CARD }],
  ["prod/db", { x: 664, y: 176, ...CARD }],
  ["dev/api", { x: 40, y: 424, ...CARD }],
  ["dev/web", { x: 330, y: 424, ...CARD }],
  ["backup", { x: 664, y: 424, width: 160, height: 66 }],
]);

const BLOCKED = new Set([
  "prod/web prod/db 3306",
  "dev/api prod/db 3306",
  "dev/web prod/db 3306",
  "backup prod/db 3306",
  "prod/api prod/db 22",
]);

const ARROWS: Arrow[] = [
  ["prod/api", "prod/db", 3306],
  ["prod/web", "prod/db", 3306],
  ["dev/api", "prod/db", 3306],
  ["dev/web", "prod/db", 3306],
  ["backup", "prod/db", 3306],
  ["prod/api", "prod/db", 22],
  ["prod/web", "prod/api", 5000],
  ["prod/api", "prod/web", 80],
  ["dev/web", "prod/api", 5000],
  ["dev/api", "prod/web", 80],
  ["prod/api", "dev/web", 80],
  ["prod/web", "dev/api", 5000],
  ["prod/db", "backup", 80],
  ["prod/db", "prod/api", 5000],
].map(([source, destination, port]) => arrow(String(source), String(destination), Number(port)));

function arrow(source: string, destination: string, port: number): Arrow {
  const id = `${source} ${destination} ${port}`;
  const blocked = BLOCKED.has(id);
  return {
    id,
    source,
    destination,
    outcome: blocked ? "blocked" : "allowed",
    stopped: { source: false, destination: blocked },
    text: String(port),
  };
}

function lesson(arrows = ARROWS) {
  return draw({ boxes: BOXES, titles: [], arrows });
}

describe("the lesson's fourteen arrows", () => {
  it("each have a way and a label", () => {
    const { routes } = lesson();
    expect(routes.size).toBe(14);
    for (const route of routes.values()) expect(route.label).not.toBeNull();
  });

  it("run through no card", () => {
    for (const route of lesson().routes.values()) {
      for (const point of route.points) {
        for (const [id, box] of BOXES) expect(contains(box, point), `${route.id} through ${id}`).toBe(false);
      }
    }
  });

  it("have labels that cover neither one another nor a card", () => {
    const labels = [...lesson().routes.values()].map(({ label }) => label as Box);
    for (const [index, label] of labels.entries()) {
      for (const other of labels.slice(index + 1)) expect(overlap(label, other)).toBe(0);
      for (const box of BOXES.values()) expect(overlap(label, box)).toBe(0);
    }
  });

  it("meet at one gate where they are stopped, and nowhere else", () => {
    const { routes } = lesson();
    const crosses = [...routes.values()].flatMap((route) => route.crosses.map(({ x, y }) => `${x} ${y}`));
    expect(crosses).toHaveLength(BLOCKED.size);
    expect(new Set(crosses).size).toBe(1);
  });

  it("stay as they are when others turn red", () => {
    const before = lesson(ARROWS.map((each) => ({ ...each, stopped: { source: false, destination: false } })));
    const ends = new Map([...before.routes].map(([id, route]) => [id, route.ends]));
    const after = draw({ boxes: BOXES, titles: [], arrows: ARROWS, before: before.routes, touched: BLOCKED });
    for (const [id, route] of after.routes) if (!BLOCKED.has(id)) expect(route.ends).toEqual(ends.get(id));
  });

  it("have labels that lie apart still when another arrow pushes them together", () => {
    const before = lesson();
    const one = arrow("dev/api", "prod/api", 5000);
    const world = { boxes: BOXES, titles: [], before: before.routes, touched: new Set([one.id]) };
    const labels = [...draw({ ...world, arrows: [...ARROWS, one] }).routes.values()].map(({ label }) => label as Box);
    for (const [index, label] of labels.entries())
      for (const other of labels.slice(index + 1)) expect(overlap(label, other)).toBe(0);
  });

  it("are straight between cards that face each other, and side by side when they run both ways", () => {
    const { routes } = lesson();
    const there = routes.get("prod/web prod/api 5000")?.curve;
    const back = routes.get("prod/api prod/web 80")?.curve;
    expect(there?.[0].y).toBeCloseTo(there?.[3].y ?? 0);
    expect(back?.[0].y).toBeCloseTo(back?.[3].y ?? 0);
    expect(Math.abs((there?.[0].y ?? 0) - (back?.[0].y ?? 0))).toBeGreaterThanOrEqual(18);
  });

  it("end before a shut gate that lets them in, not beneath its lock", () => {
    const boxes = new Map<string, Box>([
      ["a", { x: 0, y: 0, ...CARD }],
      ["b", { x: 400, y: 0, ...CARD }],
    ]);
    const world = { boxes, titles: [], arrows: [arrow("a", "b", 80)] };
    const end = (shut: Set<string>) => draw({ ...world, shut }).routes.get("a b 80")?.curve[3].x ?? 0;
    expect(end(new Set())).toBeGreaterThan(385);
    expect(end(new Set(["b ingress"]))).toBeLessThanOrEqual(375);
  });

  it("are never covered by a lock, and the lock covers nothing of its card but the rim", () => {
    const shut = new Set([...BOXES.keys()].flatMap((id) => [`${id} ingress`, `${id} egress`]));
    const world = { boxes: BOXES, titles: [], arrows: ARROWS, shut };
    const { routes, gates } = draw(world);
    const locks = locksOf(world, gates);
    expect(locks).toHaveLength(shut.size);
    for (const lock of locks) {
      for (const { label } of routes.values()) expect(overlap(lock, label as Box)).toBe(0);
      for (const box of BOXES.values()) expect(overlap(lock, grown(box, -8))).toBe(0);
    }
  });

  it("can be pointed at: on the line, on the label, and not beside", () => {
    const drawing = lesson();
    const hits = hitsOf(drawing);
    const route = drawing.routes.get("dev/api prod/db 3306");
    const on = route?.points[4] ?? { x: 0, y: 0 };
    expect(hits.at(on, 6)).toBe("dev/api prod/db 3306");
    const label = route?.label as Box;
    expect(hits.at({ x: label.x + 3, y: label.y + 3 }, 0)).toBe("dev/api prod/db 3306");
    expect(hits.at({ x: 20, y: 600 }, 6)).toBeNull();
  });
});

describe("any board", () => {
  const place = fc.record({ x: fc.integer({ min: 0, max: 6 }), y: fc.integer({ min: 0, max: 6 }) });

  it("gives every arrow between known boxes a way from border to border", () => {
    const worlds = fc
      .uniqueArray(place, { minLength: 2, maxLength: 9, selector: ({ x, y }) => `${x} ${y}` })
      .chain((places) =>
        fc.record({
          places: fc.constant(places),
          pairs: fc.array(fc.tuple(fc.nat(places.length - 1), fc.nat(places.length - 1), fc.boolean()), {
            maxLength: 20,
          }),
        }),
      );
    fc.assert(
      fc.property(worlds, ({ places, pairs }) => {
        const boxes = new Map(places.map(({ x, y }, index) => [`p${index}`, { x: x * 260, y: y * 170, ...CARD }]));
        const arrows = pairs
          .filter(([from, to]) => from !== to)
          .map(([from, to, stopped], index): Arrow => {
            const ends = { source: `p${from}`, destination: `p${to}` };
            return {
              id: `a${index}`,
              ...ends,
              outcome: "allowed",
              stopped: { source: false, destination: stopped },
              text: "80",
            };
          });
        const { routes } = draw({ boxes, titles: [], arrows });
        expect(routes.size).toBe(arrows.length);
        for (const each of arrows) {
          const [from, , , to] = routes.get(each.id)?.curve ?? [];
          expect(from && contains(grown(boxes.get(each.source) as Box, 12), from)).toBe(true);
          expect(to && contains(grown(boxes.get(each.destination) as Box, 40), to)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
