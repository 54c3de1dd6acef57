/** Policies to start from, as the YAML text they add. */

export type PolicyTemplate = {
  id: string;
  label: string;
  hint: string;
  text: (namespace: string, name: string) => string;
};

function policy(namespace: string, name: string, spec: string): string {
  return `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
${spec}`;
}

export const POLICY_TEMPLATES: readonly PolicyTemplate[] = [
  {
    id: "default-deny-ingress",
    label: "Default deny, way in",
    hint: "Selects every pod of the namespace and lets nothing in",
    text: (namespace, name) => policy(namespace, name, "  podSelector: {}\n  policyTypes:\n  - Ingress\n"),
  },
  {
    id: "default-deny-egress",
    label: "Default deny, way out",
    hint: "Selects every pod of the namespace and lets nothing out, name lookups included",
    text: (namespace, name) => policy(namespace, name, "  podSelector: {}\n  policyTypes:\n  - Egress\n"),
  },
  {
    id: "default-deny-all",
    label: "Default deny, both ways",
    hint: "Selects every pod of the namespace and lets nothing in or out",
    text: (namespace, name) => policy(namespace, name, "  podSelector: {}\n  policyTypes:\n  - Ingress\n  - Egress\n"),
  },
  {
    id: "allow-dns",
    label: "Allow DNS lookups",
    hint: "Lets every pod of the namespace ask the cluster's DNS pods, UDP and TCP 53",
    text: (namespace, name) =>
      policy(
        namespace,
        name,
        `  podSelector: {}
  policyTypes:
  - Egress
  egress:
  - to:
    - namespaceSelector:
        matchLabels:
          kubernetes.io/metadata.name: kube-system
      podSelector:
        matchLabels:
          k8s-app: kube-dns
    ports:
    - protocol: UDP
      port: 53
    - protocol: TCP
      port: 53
`,
      ),
  },
];

/** `base`, or `base-2`, `base-3`... whichever is the first that is not taken. */
export function freeName(base: string, taken: Iterable<string>): string {
  const names = new Set(taken);
  if (!names.has(base)) return base;
  let count = 2;
  while (names.has(`${base}-${count}`)) count += 1;
  return `${base}-${count}`;
}
