/** Common blocks, to be filled in. */
import { POLICY_TEMPLATES } from "@/panels/left/policy-templates";
import type { Path } from "../structure/caret";
import type { Offer } from "./offer";

type Block = { label: string; template: string; doc: string };

const PEERS: Block[] = [
  {
    label: "pods of this namespace",
    template: "podSelector:\n  matchLabels:\n    #{}",
    doc: "A podSelector alone looks in the policy's own namespace.",
  },
  {
    label: "pods of another namespace",
    template:
      "namespaceSelector:\n  matchLabels:\n    kubernetes.io/metadata.name: #{namespace}\npodSelector:\n  matchLabels:\n    #{}",
    doc: "Both selectors in one item: pods with these labels AND in these namespaces.",
  },
  {
    label: "every pod of a namespace",
    template: "namespaceSelector:\n  matchLabels:\n    kubernetes.io/metadata.name: #{namespace}",
    doc: "A namespaceSelector alone: all pods of the namespaces chosen.",
  },
  { label: "addresses outside", template: "ipBlock:\n  cidr: #{}", doc: "A range of addresses outside the cluster." },
];

const DNS: Block = {
  label: "allow DNS",
  template: [
    "to:",
    "- namespaceSelector:",
    "    matchLabels:",
    "      kubernetes.io/metadata.name: kube-system",
    "  podSelector:",
    "    matchLabels:",
    "      k8s-app: kube-dns",
    "ports:",
    "- protocol: UDP",
    "  port: 53",
    "- protocol: TCP",
    "  port: 53",
  ].join("\n"),
  doc: "Lets names be looked up at the cluster's DNS pods, over UDP and TCP.",
};

/** The blocks that fit at a path: peers, rules, or whole policies at the top. */
export function blockOffers(path: Path, namespace: string): Offer[] {
  const last = path.at(-1);
  const list = path.at(-2);
  if (path.length === 0) return wholePolicies(namespace);
  if (typeof last !== "number" || path[0] !== "spec") return [];
  if (list === "from" || list === "to") return PEERS.map(offer);
  if (list !== "ingress" && list !== "egress") return [];
  const peers = list === "ingress" ? "from" : "to";
  const rules = PEERS.map(({ label, template, doc }) => ({
    label: `${peers === "from" ? "from" : "to"} ${label}`,
    template: `${peers}:\n- ${template.replaceAll("\n", "\n  ")}`,
    doc,
  }));
  return [...(list === "egress" ? [DNS] : []), ...rules].map(offer);
}

function offer(block: Block): Offer {
  return { ...block, kind: "block", detail: "block", more: block.template.endsWith("#{}") };
}

function wholePolicies(namespace: string): Offer[] {
  return POLICY_TEMPLATES.map(({ label, hint, text }) => ({
    label,
    template: text(`#{${namespace}}`, "#{name}").trimEnd(),
    kind: "block",
    detail: "whole policy",
    doc: hint,
  }));
}
