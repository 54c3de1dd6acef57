/** Which pods a policy's text selects, for counts and lists. Verdicts never come from here: those are the server's. */
import { isMap, parseDocument } from "yaml";
import type { Labels, NamespaceRecord, PodRecord } from "@/model/records";

type Requirement = { key: string; operator: string; values: string[] };
type Selector = { labels: [string, string][]; expressions: Requirement[] };
type Meaning = { selector: Selector; ingress: boolean; egress: boolean };

const known = new Map<string, Meaning | null>();

/** Null when the text is not one policy that can be read. Kept by text: the outline asks for all policies at once. */
export function meaningOf(text: string): Meaning | null {
  const kept = known.get(text);
  if (kept !== undefined) return kept;
  if (known.size > 500) known.clear();
  const meaning = readMeaning(text);
  known.set(text, meaning);
  return meaning;
}

function readMeaning(text: string): Meaning | null {
  const document = parseDocument(text, { uniqueKeys: false, logLevel: "silent" });
  if (document.errors.length > 0 || !isMap(document.contents)) return null;
  const { spec } = document.toJS() as { spec?: Record<string, unknown> | null };
  const types = Array.isArray(spec?.policyTypes) ? (spec.policyTypes as unknown[]) : [];
  const egressRules = Array.isArray(spec?.egress) ? spec.egress.length : 0;
  // Without policyTypes a policy isolates ingress, and egress only when it has an egress rule.
  const named = types.length > 0;
  return {
    selector: readSelector(spec?.podSelector),
    ingress: named ? types.includes("Ingress") : true,
    egress: named ? types.includes("Egress") : egressRules > 0,
  };
}

/** An absent, null or empty selector has no requirement and matches every pod. */
function readSelector(written: unknown): Selector {
  const { matchLabels, matchExpressions } = (written ?? {}) as { matchLabels?: object; matchExpressions?: unknown };
  return {
    labels: Object.entries(matchLabels ?? {}).map(([key, value]) => [key, String(value ?? "")]),
    expressions: (Array.isArray(matchExpressions) ? matchExpressions : []).map((each) => ({
      key: String(each?.key),
      operator: String(each?.operator),
      values: Array.isArray(each?.values) ? each.values.map(String) : [],
    })),
  };
}

/** The pods of the policy's own namespace that its podSelector matches. Pods on the host network and pods that have
 * ended are matched by no selector. */
export function selectedPods(
  meaning: Meaning,
  namespace: string,
  pods: Iterable<PodRecord>,
  namespaces: Record<string, NamespaceRecord>,
): PodRecord[] {
  return [...pods].filter(
    (pod) =>
      namespaces[pod.namespace]?.name === namespace &&
      !pod.host_network &&
      pod.phase !== "Succeeded" &&
      pod.phase !== "Failed" &&
      matches(meaning.selector, pod.labels),
  );
}

function matches(selector: Selector, labels: Labels): boolean {
  return (
    selector.labels.every(([key, value]) => labels[key] === value) &&
    selector.expressions.every((requirement) => meets(requirement, labels))
  );
}

/** `NotIn` holds for labels that lack the key. */
function meets({ key, operator, values }: Requirement, labels: Labels): boolean {
  const held = labels[key];
  if (operator === "Exists") return held !== undefined;
  if (operator === "DoesNotExist") return held === undefined;
  const inside = held !== undefined && values.includes(held);
  return operator === "In" ? inside : !inside;
}

/** "role=db, tier in (a, b)"; "every pod" for an empty or absent selector. */
export function selectorText(selector: Selector): string {
  const pairs = selector.labels.map(([key, value]) => `${key}=${value}`);
  const words = { Exists: "", DoesNotExist: "!", In: " in ", NotIn: " not in " } as Record<string, string>;
  const expressions = selector.expressions.map(({ key, operator, values }) =>
    values.length ? `${key}${words[operator] ?? " "}(${values.join(", ")})` : `${words[operator] ?? ""}${key}`,
  );
  return [...pairs, ...expressions].join(", ") || "every pod";
}
