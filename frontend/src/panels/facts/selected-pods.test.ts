import { describe, expect, it } from "vitest";
import type { Labels, PodRecord } from "@/model/records";
import { meaningOf, selectedPods } from "./selected-pods";
import { selectorText } from "./selectors";

const NAMESPACES = {
  n: { id: "n", name: "prod", labels: {}, x: 0, y: 0, width: 1, height: 1 },
  m: { id: "m", name: "dev", labels: {}, x: 0, y: 0, width: 1, height: 1 },
};

function pod(name: string, labels: Labels, more: Partial<PodRecord> = {}): PodRecord {
  return { id: name, name, namespace: "n", labels, host_network: false, phase: "Running", ...more } as PodRecord;
}

function chosen(spec: string, pods: PodRecord[]): string[] {
  const meaning = meaningOf(`spec:\n  ${spec}\n`);
  if (!meaning) throw new Error("the text cannot be read");
  return selectedPods(meaning, "prod", {
    pods: Object.fromEntries(pods.map((pod) => [pod.id, pod])),
    namespaces: NAMESPACES,
  }).map(({ name }) => name);
}

const NOTHING = { labels: [], expressions: [] };
const WEB = pod("web", { role: "web" });
const BARE = pod("bare", {});

describe("the pods of a policy", () => {
  it("are all pods of its namespace when the selector is empty or absent", () => {
    expect(chosen("podSelector: {}", [WEB, BARE, pod("far", {}, { namespace: "m" })])).toEqual(["web", "bare"]);
    expect(chosen("policyTypes: [Ingress]", [WEB])).toEqual(["web"]);
  });

  it("need every label of the selector", () => {
    expect(chosen("podSelector: {matchLabels: {role: web, tier: a}}", [WEB])).toEqual([]);
    expect(chosen("podSelector: {matchLabels: {role: web}}", [WEB, BARE])).toEqual(["web"]);
  });

  it("match NotIn when they lack the key", () => {
    const spec = "podSelector: {matchExpressions: [{key: role, operator: NotIn, values: [web]}]}";
    expect(chosen(spec, [WEB, BARE])).toEqual(["bare"]);
  });

  it("match Exists and DoesNotExist by the key alone", () => {
    expect(chosen("podSelector: {matchExpressions: [{key: role, operator: Exists}]}", [WEB, BARE])).toEqual(["web"]);
    expect(chosen("podSelector: {matchExpressions: [{key: role, operator: DoesNotExist}]}", [WEB, BARE])).toEqual([
      "bare",
    ]);
  });

  it("are never on the host network and never ended", () => {
    const ended = pod("ended", {}, { phase: "Succeeded" });
    expect(chosen("podSelector: {}", [pod("host", {}, { host_network: true }), ended])).toEqual([]);
  });
});

describe("the directions that a policy isolates", () => {
  const ways = (text: string) => {
    const meaning = meaningOf(text);
    return meaning && [meaning.ingress, meaning.egress];
  };

  it("are those that policyTypes names", () => {
    expect(ways("spec: {policyTypes: [Egress]}")).toEqual([false, true]);
  });

  it("are ingress, and egress with at least one egress rule, when policyTypes says nothing", () => {
    expect(ways("spec: {egress: []}")).toEqual([true, false]);
    expect(ways("spec: {policyTypes: [], egress: [{}]}")).toEqual([true, true]);
  });

  it("are unknown while the text does not parse", () => {
    expect(ways("spec: [")).toBeNull();
  });
});

it("writes a selector as people say it", () => {
  const said = (selector: string) => selectorText(meaningOf(`spec: {podSelector: ${selector}}`)?.selector ?? NOTHING);
  expect(said("{}")).toBe("every pod");
  expect(said("{matchLabels: {role: db, old: null}}")).toBe("role=db, old=");
  expect(
    said("{matchExpressions: [{key: tier, operator: In, values: [a, b]}, {key: x, operator: DoesNotExist}]}"),
  ).toBe("tier in (a, b), !x");
});
