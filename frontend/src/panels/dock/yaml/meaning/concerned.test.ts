import { Text } from "@codemirror/state";
import { expect, it } from "vitest";
import type { NamespaceRecord, PodRecord } from "@/model/records";
import { readYaml } from "../structure/read";
import { concerned } from "./concerned";

const pod = (name: string) =>
  ({
    id: name,
    name,
    namespace: "n",
    labels: { role: name },
    addresses: [],
    phase: "Running",
    host_network: false,
  }) as unknown as PodRecord;
const WORLD = {
  namespaces: { n: { id: "n", name: "prod", labels: {} } as unknown as NamespaceRecord },
  pods: { web: pod("web"), db: pod("db") },
  hosts: { h: { id: "h", name: "backup", address: "192.168.5.10", x: 0, y: 0 } },
};
const TEXT = `metadata:
  namespace: prod
spec:
  podSelector:
    matchLabels: {role: db}
  ingress:
  - from:
    - podSelector:
        matchLabels: {role: web}
    - ipBlock:
        cidr: 192.168.0.0/16
    - namespaceSelector: {}
`;
const lines = (id: string) =>
  concerned(readYaml(TEXT), Text.of(TEXT.split("\n")), id, WORLD).map(({ from, to, note }) => `${from}-${to} ${note}`);

it("finds the selector that selects a pod, and the peers that match it", () => {
  expect(lines("db")).toEqual(["4-5 selects db", "12-12 matches db"]);
  expect(lines("web")).toEqual(["8-9 matches web", "12-12 matches web"]);
});

it("finds the peers of an outside address and of a namespace", () => {
  expect(lines("h")).toEqual(["10-11 matches backup"]);
  expect(lines("n")).toEqual(["12-12 matches prod"]);
});

it("finds nothing of what is not on the board", () => {
  expect(lines("gone")).toEqual([]);
});
