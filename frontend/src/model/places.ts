import type { ConnectionRecord, Labels, PodRecord, Tables } from "./records";

type Places = Pick<Tables, "namespaces" | "pods" | "hosts">;

/** "prod/web" for a pod, "outside/backup" for a host, as the contract writes places; "" for an unknown id. */
export function placeName(tables: Places, id: string): string {
  const pod = tables.pods[id];
  if (pod) return `${tables.namespaces[pod.namespace]?.name ?? "?"}/${pod.name}`;
  const host = tables.hosts[id];
  return host ? `outside/${host.name}` : "";
}

export function podsOf(tables: Pick<Tables, "pods">, namespace: string): PodRecord[] {
  return Object.values(tables.pods).filter((pod) => pod.namespace === namespace);
}

export function connectionsOf(tables: Pick<Tables, "connections">, end: string): ConnectionRecord[] {
  return Object.values(tables.connections).filter(({ source, destination }) => source === end || destination === end);
}

/** "role=web"; a label with an empty value is its key alone followed by "=". */
export function labelTexts(labels: Labels): string[] {
  return Object.entries(labels).map(([key, value]) => `${key}=${value}`);
}
