import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { freeName, POLICY_TEMPLATES } from "./policy-templates";

describe("policies to start from", () => {
  it.each(POLICY_TEMPLATES)("$id is a NetworkPolicy of the namespace asked for", (template) => {
    const policy = parse(template.text("prod", "mine"));
    expect(policy).toMatchObject({ kind: "NetworkPolicy", metadata: { name: "mine", namespace: "prod" } });
    expect(policy.spec.podSelector).toEqual({});
  });

  it("names the directions that a default deny shuts", () => {
    const types = POLICY_TEMPLATES.map((template) => parse(template.text("a", "b")).spec.policyTypes);
    expect(types.slice(0, 4)).toEqual([["Ingress"], ["Egress"], ["Ingress", "Egress"], ["Egress"]]);
  });

  it.each(POLICY_TEMPLATES)("$id is about the pods asked for", (template) => {
    const { spec } = parse(template.text("prod", "mine", { pods: ["example.com/role", "true"] }));
    expect(spec.podSelector).toEqual({ matchLabels: { "example.com/role": "true" } });
  });

  it("lets in the namespace asked for, or the one that is usual", () => {
    const monitoring = POLICY_TEMPLATES.find(({ id }) => id === "allow-monitoring");
    const named = (from?: string) => parse(monitoring?.text("a", "b", { from }) ?? "").spec.ingress[0].from[0];
    const by = (name: string) => ({ namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": name } } });
    expect([named(), named("watch")]).toEqual([by("monitoring"), by("watch")]);
  });

  it("leaves a hole for the metadata address of each family", () => {
    const metadata = POLICY_TEMPLATES.find(({ id }) => id === "block-cloud-metadata");
    const [, four, six] = parse(metadata?.text("a", "b") ?? "").spec.egress[0].to;
    expect([four.ipBlock.except, six.ipBlock.except]).toEqual([["169.254.169.254/32"], ["fd00:ec2::254/128"]]);
  });

  it("asks for both selectors of the DNS pods in one item, and for UDP and TCP", () => {
    const dns = POLICY_TEMPLATES.find(({ id }) => id === "allow-dns");
    const [rule] = parse(dns?.text("a", "b") ?? "").spec.egress;
    expect(rule.to).toHaveLength(1);
    expect(Object.keys(rule.to[0])).toEqual(["namespaceSelector", "podSelector"]);
    expect(rule.ports.map((port: { protocol: string }) => port.protocol)).toEqual(["UDP", "TCP"]);
  });
});

it("takes the first free name", () => {
  expect([freeName("deny", []), freeName("deny", ["deny"]), freeName("deny", ["deny", "deny-2"])]).toEqual([
    "deny",
    "deny-2",
    "deny-3",
  ]);
});
