import type { Tables } from "@/model/records";

type Things = Pick<Tables, "namespaces" | "pods" | "hosts" | "policies" | "connections">;

/** A thing of the board, as the beginning of a sentence has it; empty when it is not there. */
export function wordsFor({ namespaces, pods, hosts, policies, connections }: Things, id: string): string {
  const pod = pods[id];
  if (pod) return `The pod ${namespaces[pod.namespace]?.name ?? "?"}/${pod.name}`;
  const policy = policies[id];
  if (policy) return `The policy ${policy.namespace}/${policy.name}`;
  const namespace = namespaces[id];
  if (namespace) return `The namespace ${namespace.name}`;
  const host = hosts[id];
  if (host) return `The outside address ${host.name}`;
  return connections[id] ? "The connection" : "";
}
