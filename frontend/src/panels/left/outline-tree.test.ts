import { describe, expect, it } from "vitest";
import type { PodRecord } from "@/model/records";
import type { Fault } from "@/wire/messages";
import { counted, filterOutline, isolationText, outlineOf } from "./outline-tree";

const pod = (id: string, name: string, namespace: string) => ({ id, name, namespace }) as PodRecord;

const BOARD = {
  namespaces: { n1: { id: "n1", name: "prod", labels: {}, x: 0, y: 0, width: 1, height: 1 } },
  pods: { p1: pod("p1", "web", "n1"), p2: pod("p2", "db", "n1") },
  hosts: { h1: { id: "h1", name: "backup", address: "192.168.5.10", x: 0, y: 0 } },
  policies: {
    k1: { id: "k1", namespace: "prod", name: "db-policy", text: "" },
    k2: { id: "k2", namespace: "elsewhere", name: "lost", text: "" },
  },
  isolation: { p2: { ingress: 1, egress: 0 } },
  drafts: {},
  policyWarnings: {},
};

describe("the outline", () => {
  const branches = outlineOf(BOARD, (id) => (id === "k1" ? 1 : null));

  it("lists a namespace with its pods, then its policies", () => {
    expect(branches[0]?.leaves.map(({ name, fact }) => [name, fact])).toEqual([
      ["web", ""],
      ["db", "ingress isolated"],
      ["db-policy", "1 pod"],
    ]);
  });

  it("counts the warnings on a policy's text", () => {
    const warning = { code: "server_invalid", message: "no" } as Fault;
    const [prod] = outlineOf({ ...BOARD, policyWarnings: { k1: [warning] } }, () => null);
    expect(prod?.leaves.map(({ warned }) => warned)).toEqual([undefined, undefined, 1]);
  });

  it("shows a policy whose namespace has no frame on the board", () => {
    expect(branches[1]).toMatchObject({ name: "elsewhere", fact: "not on the board", ref: null });
  });

  it("ends with what is outside the cluster, by address", () => {
    expect(branches[2]).toMatchObject({ name: "outside", fact: "1 host" });
    expect(branches[2]?.leaves[0]).toMatchObject({ name: "backup", fact: "192.168.5.10" });
  });

  it("keeps a whole branch when its name is searched, and single leaves otherwise", () => {
    expect(filterOutline(branches, "PROD")[0]?.leaves).toHaveLength(3);
    expect(filterOutline(branches, "web")).toMatchObject([{ name: "prod", leaves: [{ name: "web" }] }]);
    expect(filterOutline(branches, "nothing")).toEqual([]);
  });
});

it("counts in English", () => {
  expect([counted(1, "policy"), counted(2, "policy"), counted(0, "pod")]).toEqual(["1 policy", "2 policies", "0 pods"]);
});

it("says in which direction a pod is isolated", () => {
  expect([undefined, { ingress: 0, egress: 2 }, { ingress: 1, egress: 1 }].map(isolationText)).toEqual([
    "",
    "egress isolated",
    "isolated",
  ]);
});
