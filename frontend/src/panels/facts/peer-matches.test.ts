import { describe, expect, it } from "vitest";
import type { NamespaceRecord, PodRecord } from "@/model/records";
import { peerMatches } from "./peer-matches";

const pod = (place: string, labels = {}, more = {}) => {
  const [namespace, name] = place.split("/");
  return [
    place,
    {
      id: place,
      name,
      namespace,
      labels,
      addresses: [],
      phase: "Running",
      host_network: false,
      ...more,
    } as unknown as PodRecord,
  ] as const;
};
const WORLD = {
  namespaces: Object.fromEntries(
    ["prod", "dev"].map((name) => [name, { id: name, name, labels: { env: name } } as unknown as NamespaceRecord]),
  ),
  pods: Object.fromEntries([
    pod("prod/web", { role: "web" }, { addresses: ["10.0.0.7"] }),
    pod("prod/bare"),
    pod("dev/web", { role: "web" }),
    pod("dev/node", { role: "web" }, { host_network: true, addresses: ["10.9.9.9"] }),
    pod("dev/done", { role: "web" }, { phase: "Succeeded", addresses: ["10.0.0.8"] }),
  ]),
  hosts: { h: { id: "h", name: "backup", address: "192.168.5.10", x: 0, y: 0 } },
};
const names = (peer: unknown) => {
  const { pods, hosts } = peerMatches(peer, "prod", WORLD);
  return [...pods, ...hosts].map(({ id }) => id);
};

describe("a peer", () => {
  it("with a podSelector alone looks in the policy's own namespace", () => {
    expect(names({ podSelector: { matchLabels: { role: "web" } } })).toEqual(["prod/web"]);
    expect(names({ podSelector: {} })).toEqual(["prod/web", "prod/bare"]);
  });

  it("with a namespaceSelector alone means all pods of the namespaces chosen", () => {
    expect(names({ namespaceSelector: { matchLabels: { env: "dev" } } })).toEqual(["dev/web"]);
    expect(names({ namespaceSelector: {} })).toEqual(["prod/web", "prod/bare", "dev/web"]);
  });

  it("with both means pods with the labels in the namespaces chosen", () => {
    const byName = { matchLabels: { "kubernetes.io/metadata.name": "dev" } };
    expect(names({ namespaceSelector: byName, podSelector: { matchLabels: { role: "web" } } })).toEqual(["dev/web"]);
  });

  it("matches pods that lack the key, with NotIn", () => {
    const selector = { matchExpressions: [{ key: "role", operator: "NotIn", values: ["web"] }] };
    expect(names({ podSelector: selector })).toEqual(["prod/bare"]);
  });

  it("with an ipBlock holds hosts and pods by address, without what it excepts", () => {
    expect(names({ ipBlock: { cidr: "192.168.0.0/16" } })).toEqual(["h"]);
    expect(names({ ipBlock: { cidr: "10.0.0.0/8" } })).toEqual(["prod/web", "dev/node"]);
    expect(names({ ipBlock: { cidr: "10.0.0.0/8", except: ["10.0.0.0/24"] } })).toEqual(["dev/node"]);
  });

  it("that names nothing matches nobody, and so does an operator that is half typed", () => {
    expect([names(null), names({}), names({ podSelector: null })]).toEqual([[], [], []]);
    expect(names({ podSelector: { matchExpressions: [{ key: "role", operator: "Not" }] } })).toEqual([]);
  });
});
