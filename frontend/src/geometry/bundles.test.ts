import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Arrow, membersOf, type Outcome } from "./arrows";
import { bundled } from "./bundles";

function arrow(source: string, destination: string, port: number, outcome: Outcome = "allowed"): Arrow {
  const stopped = { source: false, destination: outcome === "blocked" };
  return { id: `${source}${destination}${port}${outcome}`, source, destination, outcome, stopped, text: String(port) };
}

const nowhere = () => undefined;
const inTeam = (end: string) => (end.startsWith("t") ? "team" : undefined);

describe("arrows that share one", () => {
  it("several ports between two pods stand in one list, smallest first", () => {
    const { arrows } = bundled([arrow("a", "b", 443), arrow("a", "b", 80), arrow("b", "a", 80)], nowhere);
    expect(arrows.map(({ text }) => text)).toEqual(["80, 443", "80"]);
    expect(arrows.map(membersOf).map(({ length }) => length)).toEqual([2, 1]);
  });

  it("a long list names three ports and counts the others", () => {
    const { arrows } = bundled(
      [1, 2, 3, 4, 5].map((port) => arrow("a", "b", port)),
      nowhere,
    );
    expect(arrows[0]?.text).toBe("1, 2, 3 +2");
  });

  it("ports that were judged differently keep an arrow each: its colour is true of all in it", () => {
    const { arrows } = bundled([arrow("a", "b", 80), arrow("a", "b", 22, "blocked")], nowhere);
    expect(arrows.map(({ outcome }) => outcome)).toEqual(["allowed", "blocked"]);
  });

  it("all between a folded namespace and a pod is one arrow, and a mixture is counted", () => {
    const { arrows } = bundled([arrow("t1", "a", 80), arrow("t2", "a", 80, "blocked"), arrow("t1", "a", 81)], inTeam);
    expect(arrows).toMatchObject([{ source: "team", destination: "a", outcome: "mixed", text: "2 of 3 allowed" }]);
    expect(arrows[0]?.stopped).toEqual({ source: false, destination: false });
  });

  it("what runs within a folded namespace is counted in its box", () => {
    const { arrows, inside } = bundled([arrow("t1", "t2", 80), arrow("t2", "t1", 80, "blocked")], inTeam);
    expect(arrows).toEqual([]);
    expect(inside.get("team")).toEqual({ allowed: 1, all: 2 });
  });

  it("no connection is lost and none is drawn twice, and only a mixture has no verdict of its own", () => {
    const ends = fc.constantFrom("t1", "t2", "a", "b", "c");
    const outcomes = fc.constantFrom<Outcome>("allowed", "blocked", "undefined");
    const some = fc.array(fc.tuple(ends, ends, fc.integer({ min: 1, max: 4 }), outcomes), { maxLength: 25 });
    fc.assert(
      fc.property(some, (made) => {
        const all = made.map(([from, to, port, outcome], index) => ({
          ...arrow(from, to, port, outcome),
          id: `${index}`,
        }));
        const { arrows, inside } = bundled(all, inTeam);
        const drawn = arrows.flatMap(membersOf);
        const counted = [...inside.values()].reduce((sum, tally) => sum + tally.all, 0);
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(drawn.length + counted).toBe(all.length);
        for (const each of arrows) {
          const outcomes = new Set(membersOf(each).map((id) => all[Number(id)]?.outcome));
          expect(each.outcome).toBe(outcomes.size === 1 ? [...outcomes][0] : "mixed");
        }
      }),
    );
  });
});
