import { describe, expect, it } from "vitest";
import type { NamespaceRecord, PodRecord } from "@/model/records";
import { offersAt } from "./offers";

const namespace = (name: string, labels = {}) => [name, { id: name, name, labels } as NamespaceRecord] as const;
const pod = (place: string, labels: Record<string, string>, ports: PodRecord["ports"] = [], more = {}) => {
  const [home, name] = place.split("/");
  const record = {
    id: place,
    name,
    namespace: home,
    labels,
    ports,
    addresses: [],
    host_network: false,
    phase: "Running",
  };
  return [place, { ...record, ...more } as unknown as PodRecord] as const;
};

const WORLD = {
  namespaces: Object.fromEntries([namespace("prod", { env: "prod" }), namespace("dev", { env: "dev" })]),
  pods: Object.fromEntries([
    pod("prod/web", { role: "web" }, [{ name: "http", port: 8080, protocol: "TCP" }]),
    pod("prod/api", { role: "api", tier: "back" }, [{ name: "http", port: 9090, protocol: "TCP" }]),
    pod("prod/db", { role: "db", tier: "back" }, [{ name: null, port: 53, protocol: "UDP" }], {
      addresses: ["10.1.0.4"],
    }),
    pod("dev/api", { role: "api", stage: "x" }, [{ name: "debug", port: 6000, protocol: "TCP" }]),
    pod("dev/node", { agent: "yes" }, [], { host_network: true }),
  ]),
  hosts: { h: { id: "h", name: "backup", address: "192.168.5.10", x: 0, y: 0 } },
};

/** The labels of what is offered where `^` stands. */
function offered(marked: string): string[] | null {
  const found = offersAt(marked.replace("^", ""), marked.indexOf("^"), WORLD);
  return found?.offers.map(({ label }) => label) ?? null;
}

function template(marked: string, label: string): string | undefined {
  const found = offersAt(marked.replace("^", ""), marked.indexOf("^"), WORLD);
  return found?.offers.find((each) => each.label === label)?.template;
}

const HEAD = "metadata:\n  name: p\n  namespace: prod\nspec:\n";
const PEER = `${HEAD}  podSelector:\n    matchLabels: {role: db}\n  ingress:\n  - from:\n    - `;

describe("fields are offered at their place:", () => {
  it.each([
    ["at the top", "kind: NetworkPolicy\n^", ["apiVersion", "metadata", "spec"]],
    ["half typed", "kind: NetworkPolicy\nspe^", ["apiVersion", "metadata", "spec"]],
    ["the API's version", "apiVersion: ^", ["networking.k8s.io/v1"]],
    ["the kind", "kind: ^", ["NetworkPolicy"]],
    ["in metadata", "metadata:\n  name: p\n  ^", ["namespace", "labels", "annotations"]],
    ["in spec", "spec:\n  ^", ["podSelector", "policyTypes", "ingress", "egress"]],
    ["in spec, above what is there", "spec:\n  ^\n  ingress: []", ["podSelector", "policyTypes", "egress"]],
    ["in flow style", "spec: {podSelector: {}, ^}", ["policyTypes", "ingress", "egress"]],
    ["in a bracket that nobody closed", "spec: {podSelector: {}, ^\n", ["policyTypes", "ingress", "egress"]],
    ["in a selector", "spec:\n  podSelector:\n    ^", ["matchLabels", "matchExpressions"]],
    [
      "beside a key whose colon is there",
      "spec:\n  pod^Selec: {}\n  ingress: []",
      ["podSelector", "policyTypes", "egress"],
    ],
    ["in a peer", `${PEER}podSelector: {}\n      ^`, ["namespaceSelector", "ipBlock"]],
    ["in an ipBlock", `${PEER}ipBlock:\n        cidr: 10.0.0.0/8\n        ^`, ["except"]],
    ["in a port", "spec:\n  egress:\n  - ports:\n    - port: 53\n      ^", ["protocol", "endPort"]],
    [
      "in an expression",
      "spec:\n  podSelector:\n    matchExpressions:\n    - key: role\n      ^",
      ["operator", "values"],
    ],
    ["in the second document", "kind: A\n---\nspec:\n  ingress: []\n  ^", ["podSelector", "policyTypes", "egress"]],
    ["in a text with a mistake above", "metadata: [\nspec:\n  ^", ["podSelector", "policyTypes", "ingress", "egress"]],
  ])("%s", (_, text, labels) => {
    const fields = offersAt(text.replace("^", ""), text.indexOf("^"), WORLD)?.offers.filter(
      ({ kind }) => kind !== "block",
    );
    expect(fields?.map(({ label }) => label)).toEqual(labels);
  });

  it.each([
    ["the types, without the one that is there", "spec:\n  policyTypes:\n  - Ingress\n  - ^", ["Egress"]],
    ["the types, in flow style", "spec:\n  policyTypes: [^]", ["Ingress", "Egress"]],
    ["the types behind the colon", "spec:\n  policyTypes: ^", ["[Ingress]", "[Egress]", "[Ingress, Egress]", "[]"]],
    ["the types below the key", "spec:\n  policyTypes:\n  ^", ["podSelector", "ingress", "egress"]],
    ["the types below the key, deeper", "spec:\n  policyTypes:\n    ^", ["- Ingress", "- Egress"]],
    ["protocols", "spec:\n  ingress:\n  - ports:\n    - protocol: ^", ["TCP", "UDP", "SCTP"]],
    [
      "operators",
      "spec:\n  podSelector:\n    matchExpressions:\n    - operator: ^",
      ["In", "NotIn", "Exists", "DoesNotExist"],
    ],
    ["everything of a selector", "spec:\n  podSelector: ^", ["{}"]],
  ])("%s", (_, text, labels) => {
    expect(offered(text)).toEqual(labels);
  });
});

describe("what is on the board is offered where it counts:", () => {
  it.each([
    ["namespaces", "metadata:\n  namespace: ^", ["prod", "dev"]],
    ["labels of the policy's own pods", `${HEAD}  podSelector:\n    matchLabels:\n      ^`, ["role", "tier"]],
    ["their values", `${HEAD}  podSelector:\n    matchLabels:\n      role: ^`, ["api", "db", "web"]],
    ["their values in flow style", `${HEAD}  podSelector: {matchLabels: {role: ^}}`, ["api", "db", "web"]],
    [
      "labels of no pods, where the namespace has none",
      "metadata:\n  namespace: x\nspec:\n  podSelector:\n    matchLabels:\n      ^",
      [],
    ],
    [
      "labels for a peer that stands alone: the policy's own pods",
      `${PEER}podSelector:\n        matchLabels:\n          ^`,
      ["role", "tier"],
    ],
    [
      "labels for a peer beside a namespaceSelector: that namespace's pods",
      `${PEER}namespaceSelector:\n        matchLabels: {env: dev}\n      podSelector:\n        matchLabels:\n          ^`,
      ["role", "stage"],
    ],
    [
      "labels of namespaces, with the one that the server gives",
      `${PEER}namespaceSelector:\n        matchLabels:\n          ^`,
      ["env", "kubernetes.io/metadata.name"],
    ],
    [
      "names of namespaces",
      `${PEER}namespaceSelector:\n        matchLabels:\n          kubernetes.io/metadata.name: ^`,
      ["dev", "prod"],
    ],
    ["labels of expressions", `${HEAD}  podSelector:\n    matchExpressions:\n    - key: ^`, ["role", "tier"]],
    [
      "values of the expression's key, without those there",
      `${HEAD}  podSelector:\n    matchExpressions:\n    - key: role\n      operator: In\n      values:\n      - db\n      - ^`,
      ["api", "web"],
    ],
    [
      "values in flow style",
      `${HEAD}  podSelector:\n    matchExpressions:\n    - {key: role, operator: In, values: [db, ^]}`,
      ["api", "web"],
    ],
    [
      "ports of the selected pods for ingress",
      `${HEAD}  podSelector:\n    matchLabels: {role: api}\n  ingress:\n  - ports:\n    - port: ^`,
      ["http", "9090"],
    ],
    [
      "ports of the peers for egress",
      `${HEAD}  egress:\n  - to:\n    - namespaceSelector: {matchLabels: {env: dev}}\n    ports:\n    - port: ^`,
      ["debug", "6000"],
    ],
    ["ports of the protocol", `${HEAD}  ingress:\n  - ports:\n    - protocol: UDP\n      port: ^`, ["53"]],
    ["addresses", `${PEER}ipBlock:\n        cidr: ^`, ["192.168.5.10/32", "0.0.0.0/0", "::/0", "10.1.0.4/32"]],
    [
      "addresses inside of the block",
      `${PEER}ipBlock:\n        cidr: 10.0.0.0/8\n        except:\n        - ^`,
      ["10.1.0.4/32"],
    ],
  ])("%s", (_, text, labels) => {
    expect(offered(text)).toEqual(labels);
  });

  it("says how many have a label, and which values are in use", () => {
    const text = `${HEAD}  podSelector:\n    matchLabels:\n      `;
    const [role] = offersAt(text, text.length, WORLD)?.offers ?? [];
    expect(role).toMatchObject({ detail: "3 pods", doc: "In use: api (1), db (1), web (1)" });
  });
});

describe("what is written", () => {
  it("goes on below a map, behind a hyphen in a list, behind the colon of a value", () => {
    expect(template("spec:\n  ^", "podSelector")).toBe("podSelector:\n  #{}");
    expect(template("spec:\n  ^", "policyTypes")).toBe("policyTypes:\n- #{}");
    expect(template("metadata:\n  ^", "name")).toBe("name: #{}");
    expect(template("^", "kind")).toBe("kind: NetworkPolicy");
  });

  it("is in flow style where the caret is", () => {
    expect(template("spec: {^}", "policyTypes")).toBe("policyTypes: [#{}]");
    expect(template("spec: {podSelector: {^}}", "matchLabels")).toBe("matchLabels: {#{}}");
    expect(template(`${HEAD}  ingress:\n  - from: [^]`, "podSelector")).toBe("{podSelector: {#{}}}");
  });

  it("is the key alone when its colon is there", () => {
    expect(template("spec:\n  pod^: {}", "podSelector")).toBe("podSelector");
  });

  it("is quoted where YAML would read something else than a text", () => {
    const world = { ...WORLD, pods: Object.fromEntries([pod("prod/a", { on: "true" }), pod("prod/b", { on: "12" })]) };
    const values = (text: string) => offersAt(text, text.length, world)?.offers.map((each) => each.template);
    expect(values(`${HEAD}  podSelector:\n    matchLabels:\n      on: `)).toEqual(['"12"', '"true"']);
    expect(values(`${HEAD}  podSelector:\n    matchLabels:\n      `)).toEqual(['"on": #{}']);
  });
});

describe("whole blocks are offered", () => {
  it("at the top, for peers and for rules", () => {
    expect(offered("^")).toContain("Default deny, way in");
    expect(offered(`${PEER}^`)).toContain("pods of another namespace");
    expect(offered("spec:\n  egress:\n  - ^")).toContain("allow DNS");
    expect(offered("spec:\n  ingress:\n  - ^")).not.toContain("allow DNS");
    expect(offered("spec:\n  ingress:\n    ^")).toContain("- from pods of this namespace");
  });
});

it("offers nothing in comments, in text values and under unknown fields", () => {
  expect(offered("spec: # ^")).toBeNull();
  expect(offered("spec:\n  nonsense:\n    ^")).toBeNull();
  expect(offered("metadata:\n  name: ^")).toEqual([]);
});
