import { expect, it } from "vitest";
import type { NamespaceRecord, PodRecord } from "@/model/records";
import type { Field } from "../schema/field";
import { POLICY } from "../schema/policy";
import { documentAt, readYaml } from "../structure/read";
import { spotAt } from "../structure/spot";
import { describe as say } from "./describe";

const pod = (name: string, labels: object, port = 80) =>
  ({
    id: name,
    name,
    namespace: "n",
    labels,
    addresses: [],
    phase: "Running",
    host_network: false,
    ports: [{ name: "http", port, protocol: "TCP" }],
  }) as unknown as PodRecord;
const WORLD = {
  namespaces: { n: { id: "n", name: "prod", labels: {} } as unknown as NamespaceRecord },
  pods: { web: pod("web", { role: "web" }), db: pod("db", { role: "db" }, 5432) },
  hosts: {},
};

/** What is said where `^` stands. */
function said(marked: string) {
  const text = marked.replace("^", "");
  const document = documentAt(readYaml(text), marked.indexOf("^"));
  const spot = document && spotAt(document, marked.indexOf("^"));
  return spot && document && say(document, spot, WORLD);
}

const HEAD = "metadata:\n  namespace: prod\nspec:\n";

it("names the place as the API server does, and says what absent and empty mean", () => {
  const found = said(`${HEAD}  podSelector:\n    matchLabels:\n      role: web\n  policy^Types: [Ingress]\n`);
  expect(found?.title).toBe("spec.policyTypes");
  expect(found?.facts).toEqual([
    { word: "Left out or empty", text: "Ingress; and Egress only if egress has at least one rule." },
  ]);
});

it("says what a fixed value means", () => {
  expect(said(`${HEAD}  policyTypes:\n  - Ing^ress\n`)?.facts[0]?.word).toBe("Ingress");
});

it("says whom a selector, a peer and a port speak of", () => {
  expect(said(`${HEAD}  pod^Selector: {}\n`)?.facts[0]?.text).toBe("This selector selects 2 pods: prod/web, prod/db.");
  expect(said(`${HEAD}  ingress:\n  - from:\n    - podSelector: {matchLabels: {role: w^eb}}\n`)?.facts[0]?.text).toBe(
    "This peer matches 1 pod: prod/web.",
  );
  expect(said(`${HEAD}  ingress:\n  - ports:\n    - po^rt: 5432\n`)?.facts[0]?.text).toBe(
    "This port is declared by 1 pod: prod/db.",
  );
});

it("says so when nobody on the board matches, also in a text that does not parse", () => {
  expect(said(`${HEAD}  ingress: [\n  podSel^ector:\n    matchLabels: {role: x\n`)?.facts[0]?.text).toBe(
    "This selector selects no pod on this board.",
  );
});

it("says nothing of a field that there is not", () => {
  expect(said("spec:\n  nonsen^se: 1\n")).toBeNull();
});

it("has a sentence for every field", () => {
  const every = (field: Field): Field[] => [
    field,
    ...Object.values(field.fields ?? {}).flatMap(every),
    ...(field.item ? every(field.item) : []),
  ];
  for (const { doc } of every(POLICY)) expect(doc).toMatch(/[.]$/);
});
