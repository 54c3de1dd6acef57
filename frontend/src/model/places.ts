import type { ConnectionRecord, Labels, PodRecord, PolicyRecord, Tables } from "./records";

type Places = Pick<Tables, "namespaces" | "pods" | "hosts">;

/** The same, and "namespace prod" for a namespace with all of its pods. */
export function endName(tables: Places, id: string): string {
  const namespace = tables.namespaces[id];
  return namespace ? `namespace ${namespace.name}` : placeName(tables, id);
}

/** "prod/web" for a pod, "outside/backup" for a host, as the contract writes places; "" for an unknown id. */
export function placeName(tables: Places, id: string): string {
  const pod = tables.pods[id];
  if (pod) return `${tables.namespaces[pod.namespace]?.name ?? "?"}/${pod.name}`;
  const host = tables.hosts[id];
  return host ? `outside/${host.name}` : "";
}

const podsBy = new WeakMap<Tables["pods"], Map<string, PodRecord[]>>();
const policiesBy = new WeakMap<Tables["policies"], Map<string, PolicyRecord[]>>();
const NO_PODS: PodRecord[] = [];
const NO_POLICIES: PolicyRecord[] = [];

/** The pods of a namespace, by its id. The same list as long as the table is the same. */
export function podsOf({ pods }: Pick<Tables, "pods">, namespace: string): PodRecord[] {
  return grouped(podsBy, pods).get(namespace) ?? NO_PODS;
}

/** The policies of a namespace, by its name. The same list as long as the table is the same. */
export function policiesIn({ policies }: Pick<Tables, "policies">, namespace: string): PolicyRecord[] {
  return grouped(policiesBy, policies).get(namespace) ?? NO_POLICIES;
}

function grouped<Row extends { namespace: string }>(
  known: WeakMap<Record<string, Row>, Map<string, Row[]>>,
  rows: Record<string, Row>,
): Map<string, Row[]> {
  let groups = known.get(rows);
  if (!groups) {
    groups = new Map<string, Row[]>();
    for (const row of Object.values(rows)) {
      const group = groups.get(row.namespace);
      if (group) group.push(row);
      else groups.set(row.namespace, [row]);
    }
    known.set(rows, groups);
  }
  return groups;
}

export function connectionsOf(tables: Pick<Tables, "connections">, end: string): ConnectionRecord[] {
  return Object.values(tables.connections).filter(({ source, destination }) => source === end || destination === end);
}

/** "role=web"; a label with an empty value is its key alone followed by "=". */
export function labelTexts(labels: Labels): string[] {
  return Object.entries(labels).map(([key, value]) => `${key}=${value}`);
}

/** The pods of a pod's workload in its namespace, itself included. */
export function workloadOf({ pods }: Pick<Tables, "pods">, pod: PodRecord): PodRecord[] {
  if (!pod.owner) return [pod];
  const { kind, name } = pod.owner;
  return Object.values(pods).filter(
    ({ namespace, owner }) => namespace === pod.namespace && owner?.kind === kind && owner.name === name,
  );
}
