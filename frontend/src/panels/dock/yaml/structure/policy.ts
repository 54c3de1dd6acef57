/** What a policy's text says about pods, as far as it can be made out while somebody types it. */
import type { PodRecord } from "@/model/records";
import { chosenNamespaces, type Matched, peerMatches, podsIn, type World } from "@/panels/facts/peer-matches";
import { matches, readSelector } from "@/panels/facts/selectors";
import type { Path } from "./caret";
import { entryOf, itemsOf, plain, textAt, type Value, valueAt, type YamlDocument } from "./nodes";

/** The direction, the rule and the peer or port that a path leads into. */
export interface Inside {
  direction: "ingress" | "egress";
  rule: Value | null;
  /** "from", "to" or "ports"; the item of that list, if the path goes as far. */
  list: string | null;
  item: Value | null;
}

/** The namespace that the policy lives in; `default` when its text names none. */
export function namespaceOf({ value }: YamlDocument): string {
  return textAt(value, "metadata", "namespace") || "default";
}

/** Null for a path that leads into no rule. */
export function insideRule({ value }: YamlDocument, path: Path): Inside | null {
  const [spec, direction, rule, list, item] = path;
  if (spec !== "spec" || (direction !== "ingress" && direction !== "egress") || typeof rule !== "number") return null;
  const held = itemsOf(valueAt(value, "spec"), direction)[rule]?.value ?? null;
  const name = typeof list === "string" ? list : null;
  const items = name === null || typeof item !== "number" ? [] : itemsOf(held, name);
  return { direction, rule: held, list: name, item: items[item as number]?.value ?? null };
}

/** The pods that the policy selects. */
export function selectedBy(document: YamlDocument, world: World): PodRecord[] {
  const selector = readSelector(plain(valueAt(document.value, "spec", "podSelector")));
  return policyPods(document, world).filter(({ labels }) => matches(selector, labels));
}

/** All pods of the policy's namespace that a selector could match. */
export function policyPods(document: YamlDocument, world: World): PodRecord[] {
  return podsIn(chosenNamespaces(null, namespaceOf(document), world), world);
}

/** Whom one peer names. */
export function matchedBy(peer: Value | null, document: YamlDocument, world: World): Matched {
  return peerMatches(plain(peer), namespaceOf(document), world);
}

/** The pods that a rule's ports are ports of: the selected pods for ingress, the rule's peers for egress. */
export function destinationsOf({ direction, rule }: Inside, document: YamlDocument, world: World): PodRecord[] {
  if (direction === "ingress") return selectedBy(document, world);
  const peers = itemsOf(rule, "to");
  if (peers.length === 0) return Object.values(world.pods);
  return [...new Set(peers.flatMap(({ value }) => matchedBy(value, document, world).pods))];
}

/** The pods that the labels under a peer's selector are looked for on. */
export function peerCandidates(peer: Value | null, document: YamlDocument, world: World): PodRecord[] {
  const namespaces = plain(entryOf(peer, "namespaceSelector")?.value ?? null);
  return podsIn(chosenNamespaces(namespaces, namespaceOf(document), world), world);
}

/** The value at a path of keys and indices, or null. */
export function valueAlong({ value }: YamlDocument, path: Path): Value | null {
  return path.reduce<Value | null>((held, step) => {
    if (typeof step === "string") return entryOf(held, step)?.value ?? null;
    return held?.kind === "seq" ? (held.items[step]?.value ?? null) : null;
  }, value);
}

/** The item of matchExpressions that a path leads into, or null. */
export function insideExpression(document: YamlDocument, path: Path): Value | null {
  const at = path.indexOf("matchExpressions");
  return at === -1 ? null : valueAlong(document, path.slice(0, at + 2));
}
