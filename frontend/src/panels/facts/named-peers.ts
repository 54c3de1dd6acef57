import { parse } from "yaml";
import { type Matched, NOBODY, peerMatches, type World } from "./peer-matches";

type Rule = { from?: unknown; to?: unknown } | null;

/** Whom the peers of a policy's rules name on this board, both directions together. A rule without peers lets
 * everybody through and names nobody. Text that cannot be read names nobody. */
export function namedPeers(text: string, namespace: string, world: World): Matched {
  const matched = peersOf(text).map((peer) => peerMatches(peer, namespace, world));
  if (matched.length === 0) return NOBODY;
  return {
    pods: [...new Set(matched.flatMap(({ pods }) => pods))],
    namespaces: [...new Set(matched.flatMap(({ namespaces }) => namespaces))],
    hosts: [...new Set(matched.flatMap(({ hosts }) => hosts))],
  };
}

function peersOf(text: string): unknown[] {
  try {
    const { spec } = (parse(text, { uniqueKeys: false, logLevel: "silent" }) ?? {}) as {
      spec?: Record<string, unknown>;
    };
    const rules = [...listOf(spec?.ingress), ...listOf(spec?.egress)] as Rule[];
    return rules.flatMap((rule) => [...listOf(rule?.from), ...listOf(rule?.to)]);
  } catch {
    return [];
  }
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
