import type { HostRecord, NamespaceRecord, PodRecord, Tables } from "@/model/records";
import type { Box, XY } from "./shapes";

// The cards' sizes are fixed by their content's lines, never measured: arrows are routed before anything is drawn.
export const POD_SIZE = { width: 160, height: 66 };
export const HOST_SIZE = { width: 160, height: 66 };
export const NAMESPACE_SIZE = { width: 420, height: 240 };

/** What a namespace that was folded by hand shrinks to. Folded because the view is far out, it keeps its frame. */
export const FOLDED_SIZE = { width: 240, height: 104 };

const LINE = 23;

/** A pod's card grows by a line when it declares ports, which stand below its labels. */
export function podHeight(pod: PodRecord): number {
  return POD_SIZE.height + (pod.ports.length > 0 ? LINE : 0);
}

export function namespaceBox({ x, y, width, height }: NamespaceRecord): Box {
  return { x, y, width, height };
}

/** The pod's card in absolute coordinates. A pod whose namespace is unknown stands at its own coordinates. */
export function podBox(tables: Pick<Tables, "namespaces">, pod: PodRecord): Box {
  const frame: XY = tables.namespaces[pod.namespace] ?? { x: 0, y: 0 };
  return { x: frame.x + pod.x, y: frame.y + pod.y, width: POD_SIZE.width, height: podHeight(pod) };
}

export function hostBox(host: HostRecord): Box {
  return { x: host.x, y: host.y, ...HOST_SIZE };
}

type Places = Pick<Tables, "namespaces" | "pods" | "hosts">;

/** Where a namespace, pod or host stands on the board; null for anything else. */
export function boxOf(tables: Places, id: string): Box | null {
  const [namespace, pod, host] = [tables.namespaces[id], tables.pods[id], tables.hosts[id]];
  if (namespace) return namespaceBox(namespace);
  if (pod) return podBox(tables, pod);
  return host ? hostBox(host) : null;
}

/** All frames and all that stands outside of them. */
export function boxesOf({ namespaces, hosts }: Pick<Tables, "namespaces" | "hosts">): Box[] {
  return [...Object.values(namespaces).map(namespaceBox), ...Object.values(hosts).map(hostBox)];
}
