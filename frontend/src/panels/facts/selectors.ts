/** Label selectors as Kubernetes reads them, for what the page counts, offers and lights up. */
import type { Labels } from "@/model/records";

export type Requirement = { key: string; operator: string; values: string[] };
export type Selector = { labels: [string, string][]; expressions: Requirement[] };

/** An absent, null or empty selector has no requirement and matches every pod. */
export function readSelector(written: unknown): Selector {
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

/** All labels and all requirements must hold. */
export function matches(selector: Selector, labels: Labels): boolean {
  return (
    selector.labels.every(([key, value]) => labels[key] === value) &&
    selector.expressions.every((requirement) => meets(requirement, labels))
  );
}

/** `NotIn` holds for labels that lack the key. An operator that is not one, half typed perhaps, holds for nothing. */
function meets({ key, operator, values }: Requirement, labels: Labels): boolean {
  const held = labels[key];
  if (operator === "Exists") return held !== undefined;
  if (operator === "DoesNotExist") return held === undefined;
  const inside = held !== undefined && values.includes(held);
  if (operator === "In") return inside;
  return operator === "NotIn" && !inside;
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
