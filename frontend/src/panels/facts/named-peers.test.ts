import { expect, it } from "vitest";
import type { PodRecord } from "@/model/records";
import { namedPeers } from "./named-peers";
import type { World } from "./peer-matches";

const WORLD = {
  namespaces: { n: { id: "n", name: "prod", labels: { name: "prod" } } },
  pods: {
    api: { id: "api", namespace: "n", name: "api", labels: { role: "api" }, addresses: [], phase: "Running" },
    db: { id: "db", namespace: "n", name: "db", labels: { role: "db" }, addresses: [], phase: "Running" },
  } as unknown as Record<string, PodRecord>,
  hosts: { h: { id: "h", name: "backup", address: "192.168.5.10", x: 0, y: 0 } },
} as unknown as World;

const spec = (rules: string) => `spec:\n  podSelector: {matchLabels: {role: db}}\n${rules}`;

it("names the peers of both directions, once each", () => {
  const text = spec(`  ingress:
  - from:
    - podSelector: {matchLabels: {role: api}}
    - podSelector: {matchLabels: {role: api}}
      namespaceSelector: {matchLabels: {name: prod}}
  egress:
  - to:
    - ipBlock: {cidr: 192.168.5.10/32}
`);
  const { pods, hosts } = namedPeers(text, "prod", WORLD);
  expect(pods.map(({ id }) => id)).toEqual(["api"]);
  expect(hosts.map(({ id }) => id)).toEqual(["h"]);
});

it("names nobody for a rule without peers, and for text that cannot be read", () => {
  expect(namedPeers(spec("  ingress:\n  - ports: [{port: 80}]\n"), "prod", WORLD).pods).toEqual([]);
  expect(namedPeers("spec: [", "prod", WORLD).pods).toEqual([]);
});
