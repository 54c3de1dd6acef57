import type { Field } from "./field";
import { EGRESS, INGRESS } from "./rules";
import { selector } from "./selectors";

const TEXT: Field = { kind: "text", doc: "Any text." };

const METADATA: Field = {
  kind: "map",
  doc: "Which policy this is.",
  fields: {
    name: {
      kind: "text",
      doc: "The policy's name, once in its namespace: lower-case letters, digits, hyphens and dots, up to 253 characters.",
    },
    namespace: {
      kind: "text",
      doc: "Where the policy lives. It selects pods of this namespace only.",
      absent: "The namespace default; kubectl takes the one of its context.",
      source: "namespace-name",
    },
    labels: { kind: "labels", doc: "Labels of the policy itself. They decide nothing.", item: TEXT },
    annotations: { kind: "labels", doc: "Notes on the policy for people and tools. They decide nothing.", item: TEXT },
  },
};

const SPEC: Field = {
  kind: "map",
  doc: "What the policy does.",
  absent: "Isolates every pod of the namespace for ingress and lets nothing in.",
  empty: "Isolates every pod of the namespace for ingress and lets nothing in.",
  fields: {
    podSelector: selector(
      "The pods that this policy is about: those of its namespace with these labels. They are isolated in the directions of policyTypes.",
      "All pods of the policy's namespace.",
      "All pods of the policy's namespace.",
    ),
    policyTypes: {
      kind: "list",
      doc: "The directions in which the selected pods are isolated: only what a rule lets through passes there.",
      absent: "Ingress; and Egress only if egress has at least one rule.",
      empty: "Ingress; and Egress only if egress has at least one rule.",
      item: {
        kind: "text",
        doc: "One direction.",
        values: {
          Ingress: "Nothing comes in but what a rule under ingress lets in.",
          Egress: "Nothing goes out but what a rule under egress lets out, DNS included.",
        },
      },
    },
    ingress: INGRESS,
    egress: EGRESS,
  },
};

/** Every field of a NetworkPolicy of networking.k8s.io/v1, in the order in which people write them. */
export const POLICY: Field = {
  kind: "map",
  doc: "A NetworkPolicy: the pods that it selects, and what may reach them or be reached by them.",
  fields: {
    apiVersion: {
      kind: "text",
      doc: "The version of the API that this object is written for.",
      values: { "networking.k8s.io/v1": "The one for NetworkPolicy." },
    },
    kind: { kind: "text", doc: "What this object is.", values: { NetworkPolicy: "Rules for the traffic of pods." } },
    metadata: METADATA,
    spec: SPEC,
  },
};
