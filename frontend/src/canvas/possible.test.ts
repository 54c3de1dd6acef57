import { describe, expect, it } from "vitest";
import type { Tables } from "@/model/records";
import { reachOf } from "@/store/reach";
import { idOf, pairArrow, pairOfId, possibleArrows } from "./possible";

const end = (number: number | null, pods: string[], hosts: string[] = []) => ({
  name: "",
  namespace: hosts.length > 0 ? null : "prod",
  number,
  pods,
  hosts,
  cidrs: [],
});
const REACH = reachOf({
  revision: 1,
  ends: [end(0, ["web"]), end(1, ["db"]), end(null, ["job"]), end(2, [], ["h"])],
  ports: [{}, { TCP: ["1-65535"] }, { TCP: ["3306"] }],
  source: [0, 1, 2],
  rows: [{ 2: "2" }, {}, { 1: "1" }],
  always: {},
});
const port = (number: number) => ({ name: null, protocol: "TCP" as const, port: number });
const WORLD = {
  pods: {
    web: { id: "web", ports: [port(80)] },
    db: { id: "db", ports: [port(3306), port(22)] },
    job: { id: "job", ports: [port(9)] },
  },
  hosts: { h: { id: "h" } },
  connections: {},
} as unknown as Pick<Tables, "pods" | "hosts" | "connections">;
const pair = { source: "web", destination: "db", protocol: "TCP", port: 3306 } as const;

describe("what is possible", () => {
  it("is what passes on exposed ports and nobody drew", () => {
    const { arrows, more } = possibleArrows(REACH, WORLD, null, 9);
    expect(arrows.map(({ id }) => id)).toEqual(["possible h web TCP 80", "possible web db TCP 3306"]);
    expect([more, arrows.every(({ faint }) => faint)]).toEqual([false, true]);
    const drawn = { ...WORLD, connections: { c: { id: "c", ...pair } } };
    expect(possibleArrows(REACH, drawn, null, 9).arrows.map(({ source }) => source)).toEqual(["h"]);
  });

  it("is of the selection, and bounded", () => {
    expect(possibleArrows(REACH, WORLD, new Set(["db"]), 9).arrows.map(({ source }) => source)).toEqual(["web"]);
    expect(possibleArrows(REACH, WORLD, new Set(["h"]), 9).arrows.map(({ source }) => source)).toEqual(["h"]);
    expect(possibleArrows(REACH, WORLD, null, 1).more).toBe(true);
  });

  it("shows the connection that is looked at, whether it passes or not", () => {
    expect(pairArrow(REACH, WORLD, pair).map(({ outcome }) => outcome)).toEqual(["allowed"]);
    expect(pairArrow(REACH, WORLD, { ...pair, port: 22 }).map(({ outcome }) => outcome)).toEqual(["blocked"]);
    expect(pairArrow(REACH, { connections: { c: { id: "c", ...pair } } }, pair)).toEqual([]);
    expect([pairOfId(idOf(pair)), pairOfId("c")]).toEqual([pair, null]);
  });
});
