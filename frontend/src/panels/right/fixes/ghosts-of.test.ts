import { describe, expect, it } from "vitest";
import type { Tables } from "@/model/records";
import type { Fix, Flip } from "@/wire/messages";
import { ghostsOf, idsOf, portsText } from "./ghosts-of";

const pod = (id: string, name: string, owner: string | null = null) => ({
  id,
  namespace: "n",
  name,
  owner: owner ? { kind: "Deployment", name: owner } : null,
});
const world = {
  namespaces: { n: { id: "n", name: "prod" } },
  pods: { a: pod("a", "web-1", "web"), b: pod("b", "web-2", "web"), c: pod("c", "db") },
  hosts: { h: { id: "h", name: "backup", address: "192.168.5.10" } },
} as unknown as Pick<Tables, "namespaces" | "pods" | "hosts">;
const flip = (given: Partial<Flip>): Flip => ({
  source: "prod/web",
  destination: "prod/db",
  ports: { TCP: ["80"] },
  before: false,
  after: true,
  sentence: "",
  ...given,
});

describe("ghosts of a fix", () => {
  it("are the arrow itself and every pod of the rows that flip", () => {
    const fix = { others: { flips: [flip({})] } } as unknown as Fix;
    const arrow = { id: "x", source: "c", destination: "a", protocol: "TCP", port: 3306 } as const;
    expect(ghostsOf(fix, arrow, true, world).map(({ source, destination }) => `${source}${destination}`)).toEqual([
      "ca",
      "ac",
      "bc",
    ]);
  });

  it("find the hosts that lie in a row's blocks, and nothing for addresses that nobody drew", () => {
    expect(idsOf({ cidrs: ["192.168.0.0/16"] }, world)).toEqual(["h"]);
    expect(idsOf({ cidrs: ["10.0.0.0/8"] }, world)).toEqual([]);
  });

  it("say their ports in few words", () => {
    const every = ["1-65535"];
    expect(portsText({ TCP: ["3306"], UDP: [], SCTP: [] })).toBe("3306");
    expect(portsText({ TCP: every, UDP: every, SCTP: every })).toBe("every port");
    expect(portsText({ TCP: [], UDP: ["53"], SCTP: [] })).toBe("UDP 53");
    expect(portsText({ TCP: ["1-79", "81-65535"] })).toBe("1-79 and more");
  });
});
