import type { HostRecord, NamespaceRecord, PodRecord, Tables } from "@/model/records";
import type { Box, XY } from "./shapes";

// The cards' sizes are fixed by their content's lines, never measured: arrows are routed before anything is drawn.
export const POD_SIZE = { width: 160, height: 66 };
export const HOST_SIZE = { width: 160, height: 66 };
export const NAMESPACE_SIZE = { width: 420, height: 240 };

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
