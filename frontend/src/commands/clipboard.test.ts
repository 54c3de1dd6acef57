import { describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import type { NamespaceRecord, PodRecord, PolicyRecord } from "@/model/records";
import { copied, isCopied, withFreeNames } from "./clipboard";

const NAMESPACE = { id: "n", name: "prod", labels: { name: "prod" } } as unknown as NamespaceRecord;
const POD = {
  ...{ id: "p", namespace: "n", name: "web", labels: { role: "web", on: "true" }, host_network: false },
  ports: [{ name: "http", port: 80, protocol: "TCP" }],
} as unknown as PodRecord;
const POLICY: PolicyRecord = {
  ...{ id: "q", namespace: "prod", name: "guard" },
  text: "kind: NetworkPolicy\nmetadata:\n  name: guard # ours\n  namespace: prod",
};
const BOARD = { namespaces: { n: NAMESPACE }, pods: { p: POD }, policies: { q: POLICY } };
const EMPTY = { namespaces: {}, pods: {}, policies: {} };

function names(text: string) {
  const documents = parseAllDocuments(text).map((each) => each.toJS());
  return documents.map(({ kind, metadata }) => `${kind} ${metadata.namespace ?? ""}/${metadata.name}`);
}

describe("the clipboard", () => {
  it("holds pods as manifests, with labels that stay texts", () => {
    const text = copied(BOARD, [{ table: "pods", id: "p" }]);
    expect(isCopied(text)).toBe(true);
    expect(parseAllDocuments(text)[0]?.toJS()).toMatchObject({
      metadata: { name: "web", namespace: "prod", labels: { role: "web", on: "true" } },
      spec: { containers: [{ ports: [{ name: "http", containerPort: 80, protocol: "TCP" }] }] },
    });
  });

  it("takes a namespace with its pods and policies, each once", () => {
    const all = [
      { table: "namespaces", id: "n" },
      { table: "pods", id: "p" },
    ] as const;
    expect(names(copied(BOARD, all))).toEqual(["Namespace /prod", "Pod prod/web", "NetworkPolicy prod/guard"]);
    expect(copied(BOARD, [{ table: "connections", id: "c" }])).toBe("");
  });

  it("gives free names, and a renamed namespace takes everything along; comments stay", () => {
    const text = copied(BOARD, [{ table: "namespaces", id: "n" }]);
    const free = withFreeNames(text, BOARD);
    expect(names(free)).toEqual(["Namespace /prod-2", "Pod prod-2/web", "NetworkPolicy prod-2/guard"]);
    expect(free).toContain("# ours");
    expect(names(withFreeNames(copied(BOARD, [{ table: "pods", id: "p" }]), BOARD))).toEqual(["Pod prod/web-2"]);
  });

  it("keeps names where the board has none of them", () => {
    const text = copied(BOARD, [{ table: "namespaces", id: "n" }]);
    expect(names(withFreeNames(text, EMPTY))).toEqual(names(text));
  });
});
