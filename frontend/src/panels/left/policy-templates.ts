/** Policies to start from, as the YAML text they add. */

import { yamlText } from "@/model/yaml-text";
import { say } from "@/texts/left";

/** `pods`: the label of the pods that it is about, null for every pod. `from`: the namespace that a template lets in. */
export type TemplateChoice = { pods?: readonly [string, string] | null; from?: string };

export type PolicyTemplate = {
  id: string;
  label: string;
  /** What it does, in a sentence. */
  hint: string;
  /** What the namespace to let in is, and how it is mostly called; absent when it lets none in by name. */
  from?: { label: string; usual: string };
  text: (namespace: string, name: string, choice?: TemplateChoice) => string;
};

type Template = Omit<PolicyTemplate, "text"> & { spec: (from: string) => string };

const NAMESPACE_NAMED = (name: string) => `    - namespaceSelector:
        matchLabels:
          kubernetes.io/metadata.name: ${yamlText(name)}
`;

const TEMPLATES: readonly Template[] = [
  {
    id: "default-deny-ingress",
    label: say.defaultDenyWayIn,
    hint: say.letsNothingInToThesePods,
    spec: () => "  policyTypes:\n  - Ingress\n",
  },
  {
    id: "default-deny-egress",
    label: say.defaultDenyWayOut,
    hint: say.letsNothingOutOfThesePods,
    spec: () => "  policyTypes:\n  - Egress\n",
  },
  {
    id: "default-deny-all",
    label: say.defaultDenyBothWays,
    hint: say.letsNothingInToThesePods2,
    spec: () => "  policyTypes:\n  - Ingress\n  - Egress\n",
  },
  {
    id: "allow-dns",
    label: say.allowDnsLookups,
    hint: say.letsThesePodsAskTheClusters,
    spec: () => `  policyTypes:
  - Egress
  egress:
  - to:
${NAMESPACE_NAMED("kube-system")}      podSelector:
        matchLabels:
          k8s-app: kube-dns
    ports:
    - protocol: UDP
      port: 53
    - protocol: TCP
      port: 53
`,
  },
  {
    id: "allow-same-namespace",
    label: say.allowSameNamespace,
    hint: say.letsThePodsOfTheNamespace,
    spec: () => `  policyTypes:
  - Ingress
  ingress:
  - from:
    - podSelector: {}
`,
  },
  {
    id: "allow-ingress-controller",
    label: say.allowIngressController,
    hint: say.letsThePodsOfTheIngress,
    from: { label: say.namespaceOfTheIngressController, usual: "ingress-nginx" },
    spec: (from) => `  policyTypes:\n  - Ingress\n  ingress:\n  - from:\n${NAMESPACE_NAMED(from)}`,
  },
  {
    id: "allow-monitoring",
    label: say.allowMonitoring,
    hint: say.letsThePodsOfTheMonitoring,
    from: { label: say.namespaceOfTheMonitoring, usual: "monitoring" },
    spec: (from) => `  policyTypes:\n  - Ingress\n  ingress:\n  - from:\n${NAMESPACE_NAMED(from)}`,
  },
  {
    id: "block-cloud-metadata",
    label: say.blockCloudMetadata,
    hint: say.letsThesePodsOutToEverywhere,
    spec: () => `  policyTypes:
  - Egress
  egress:
  - to:
    - namespaceSelector: {}
    - ipBlock:
        cidr: 0.0.0.0/0
        except:
        - 169.254.169.254/32
    - ipBlock:
        cidr: "::/0"
        except:
        - "fd00:ec2::254/128"
`,
  },
];

export const POLICY_TEMPLATES: readonly PolicyTemplate[] = TEMPLATES.map(({ spec, ...template }) => ({
  ...template,
  text: (namespace, name, { pods, from } = {}) => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: ${yamlText(name)}
  namespace: ${yamlText(namespace)}
spec:
${podSelector(pods ?? null)}${spec(from || template.from?.usual || "")}`,
}));

function podSelector(pods: readonly [string, string] | null): string {
  if (!pods) return "  podSelector: {}\n";
  return `  podSelector:\n    matchLabels:\n      ${yamlText(pods[0])}: ${yamlText(pods[1])}\n`;
}

/** `base`, or `base-2`, `base-3`... whichever is the first that is not taken. */
export function freeName(base: string, taken: Iterable<string>): string {
  const names = new Set(taken);
  if (!names.has(base)) return base;
  let count = 2;
  while (names.has(`${base}-${count}`)) count += 1;
  return `${base}-${count}`;
}
