/** Whom a peer of a rule names on this board. For what the page offers, counts and lights up: verdicts are the
 * server's. */
import type { HostRecord, Labels, NamespaceRecord, PodRecord, Tables } from "@/model/records";
import { holds, readAddress } from "./cidr";
import { selectable } from "./selected-pods";
import { matches, readSelector } from "./selectors";

export type World = Pick<Tables, "namespaces" | "pods" | "hosts">;
export type Matched = { pods: PodRecord[]; namespaces: NamespaceRecord[]; hosts: HostRecord[] };

export const NAME_LABEL = "kubernetes.io/metadata.name";
export const NOBODY: Matched = { pods: [], namespaces: [], hosts: [] };

type Peer = { podSelector?: unknown; namespaceSelector?: unknown; ipBlock?: unknown } | null;

/** The labels that selectors read: the server gives every namespace its own name as a label. */
export function namespaceLabels({ labels, name }: NamespaceRecord): Labels {
  return { ...labels, [NAME_LABEL]: name };
}

/** `peer`: a peer as plain objects. One that names nothing matches nobody. */
export function peerMatches(peer: unknown, namespace: string, world: World): Matched {
  const { podSelector, namespaceSelector, ipBlock } = (peer ?? {}) as NonNullable<Peer>;
  if (isWritten(podSelector) || isWritten(namespaceSelector))
    return bySelectors(podSelector, namespaceSelector, namespace, world);
  return isWritten(ipBlock) ? byBlock(ipBlock, world) : NOBODY;
}

/** A peer without namespaceSelector looks in the policy's own namespace only. */
export function chosenNamespaces(namespaceSelector: unknown, namespace: string, world: World): NamespaceRecord[] {
  const all = Object.values(world.namespaces);
  if (!isWritten(namespaceSelector)) return all.filter(({ name }) => name === namespace);
  const selector = readSelector(namespaceSelector);
  return all.filter((each) => matches(selector, namespaceLabels(each)));
}

export function podsIn(namespaces: readonly NamespaceRecord[], world: World): PodRecord[] {
  const ids = new Set(namespaces.map(({ id }) => id));
  return Object.values(world.pods).filter((pod) => ids.has(pod.namespace) && selectable(pod));
}

function bySelectors(podSelector: unknown, namespaceSelector: unknown, namespace: string, world: World): Matched {
  const namespaces = chosenNamespaces(namespaceSelector, namespace, world);
  const selector = readSelector(podSelector);
  const pods = podsIn(namespaces, world).filter(({ labels }) => matches(selector, labels));
  return { pods, namespaces: isWritten(namespaceSelector) ? namespaces : [], hosts: [] };
}

/** A block matches pods by their address too, as the engine takes it unless told otherwise. */
function byBlock(block: unknown, { pods, hosts }: World): Matched {
  const { cidr, except } = block as { cidr?: unknown; except?: unknown };
  const holes = Array.isArray(except) ? except.map(String) : [];
  const inside = (text: string) => {
    const address = readAddress(text);
    return address !== null && holds(String(cidr), address) && !holes.some((hole) => holds(hole, address));
  };
  return {
    pods: Object.values(pods).filter(
      ({ addresses, phase }) => phase !== "Succeeded" && phase !== "Failed" && addresses.some(inside),
    ),
    namespaces: [],
    hosts: Object.values(hosts).filter(({ address }) => inside(address)),
  };
}

function isWritten(value: unknown): boolean {
  return value !== undefined && value !== null;
}
