import type { Text } from "@codemirror/state";
import type { World } from "@/panels/facts/peer-matches";
import { entryOf, itemsOf, type Value, valueAt, type YamlDocument } from "../structure/nodes";
import { matchedBy, selectedBy } from "../structure/policy";

/** Lines that speak of one thing on the board; they count from 1, both ends included. */
export interface Concerned {
  from: number;
  to: number;
  note: string;
}

/** Where the text speaks of a pod, a host or a namespace: the selector that selects it, the peers that match it. */
export function concerned(documents: readonly YamlDocument[], doc: Text, id: string, world: World): Concerned[] {
  const name = (world.pods[id] ?? world.hosts[id] ?? world.namespaces[id])?.name;
  if (name === undefined) return [];
  const lines = (from: number, to: number, note: string): Concerned => ({
    from: doc.lineAt(from).number,
    to: doc.lineAt(Math.min(to, doc.length)).number,
    note,
  });
  return documents.flatMap((document) => {
    const spec = valueAt(document.value, "spec");
    const selector = entryOf(spec, "podSelector");
    const selects = selector && selectedBy(document, world).some((pod) => pod.id === id);
    const found = selects ? [lines(selector.from, selector.to, `selects ${name}`)] : [];
    for (const { from, to, value } of peersOf(spec)) {
      const { pods, hosts, namespaces } = matchedBy(value, document, world);
      if ([...pods, ...hosts, ...namespaces].some((each) => each.id === id))
        found.push(lines(from, to, `matches ${name}`));
    }
    return found;
  });
}

function peersOf(spec: Value | null): { from: number; to: number; value: Value | null }[] {
  return [
    ...itemsOf(spec, "ingress").flatMap(({ value }) => itemsOf(value, "from")),
    ...itemsOf(spec, "egress").flatMap(({ value }) => itemsOf(value, "to")),
  ];
}
