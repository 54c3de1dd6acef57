import type { Tables } from "@/model/records";
import { say } from "@/texts/store";

type Things = Pick<Tables, "namespaces" | "pods" | "hosts" | "policies" | "connections">;

/** A thing of the board, as the beginning of a sentence has it; empty when it is not there. */
export function wordsFor({ namespaces, pods, hosts, policies, connections }: Things, id: string): string {
  const pod = pods[id];
  if (pod) return say.thePod(namespaces[pod.namespace]?.name ?? "?", pod.name);
  const policy = policies[id];
  if (policy) return say.thePolicy(policy.namespace, policy.name);
  const namespace = namespaces[id];
  if (namespace) return say.theNamespace(namespace.name);
  const host = hosts[id];
  if (host) return say.theOutsideAddress(host.name);
  return connections[id] ? say.theConnection : "";
}
