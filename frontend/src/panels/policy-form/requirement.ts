import { insert, LAST, pathOf, remove, rename, type Step, set } from "@/commands/policy-edit";
import { say } from "@/texts/policy-form";
import type { PolicyEdit } from "@/wire/messages";
import { fieldsOf, itemsOf, textOf } from "./policy-value";

export const OPERATORS = ["=", "In", "NotIn", "Exists", "DoesNotExist"] as const;
export type Operator = (typeof OPERATORS)[number];

export const OPERATOR_WORDS: Record<Operator, string> = {
  "=": "is",
  In: say.isOneOf,
  NotIn: say.isNoneOfOrMissing,
  Exists: "is there",
  DoesNotExist: "is missing",
};

/** One condition of a selector. `at`: its label's key or its expression's index, null for one that is not there yet. */
export interface Requirement {
  at: string | number | null;
  key: string;
  operator: Operator | string;
  values: string[];
}

/** All conditions of a selector, labels first. */
export function requirementsOf(selector: unknown): Requirement[] {
  const { matchLabels, matchExpressions } = (selector ?? {}) as { matchLabels?: unknown; matchExpressions?: unknown };
  const labels = fieldsOf(matchLabels).map(([key, value]) => ({
    at: key,
    key,
    operator: "=",
    values: [textOf(value)],
  }));
  const expressions = itemsOf(matchExpressions).map((each, at) => {
    const { key, operator, values } = (each ?? {}) as { key?: unknown; operator?: unknown; values?: unknown };
    return { at, key: textOf(key), operator: textOf(operator), values: itemsOf(values).map(textOf) };
  });
  return [...labels, ...expressions];
}

/** "role=api", "tier in (a, b)", "!debug". */
export function requirementText({ key, operator, values }: Requirement): string {
  if (operator === "=") return `${key}=${values[0] ?? ""}`;
  if (operator === "Exists") return key;
  if (operator === "DoesNotExist") return `!${key}`;
  return `${key} ${operator === "In" ? "in" : operator === "NotIn" ? "not in" : operator} (${values.join(", ")})`;
}

export function takesValues(operator: string): boolean {
  return operator !== "Exists" && operator !== "DoesNotExist";
}

/** A typed list of values; label values hold no comma. */
export function valuesOf(typed: string, operator: string): string[] {
  if (!takesValues(operator)) return [];
  if (operator === "=") return [typed.trim()];
  return typed
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "");
}

/** The selector with nothing but this condition. */
export function selectorOf(wanted: Requirement): Record<string, unknown> {
  if (wanted.operator === "=") return { matchLabels: { [wanted.key]: wanted.values[0] ?? "" } };
  return { matchExpressions: [expressionOf(wanted)] };
}

/** The edits that make `wanted` of the condition at its place, or add it. The new one is made before the old one goes,
 * so that the selector is never empty in between. */
export function requirementEdits(selector: Step[], old: Requirement | null, wanted: Requirement): PolicyEdit[] {
  if (!old || old.at === null) return [added(selector, wanted)];
  const place = placeOf(selector, old);
  if (old.operator !== "=" && wanted.operator !== "=") return [set(place, expressionOf(wanted))];
  if (old.operator === "=" && wanted.operator === "=") {
    const renamed = pathOf(...selector, "matchLabels", wanted.key);
    const edits = old.key === wanted.key ? [] : [rename(place, wanted.key)];
    return old.values[0] === wanted.values[0] ? edits : [...edits, set(renamed, wanted.values[0] ?? "")];
  }
  return [added(selector, wanted), ...removal(selector, old)];
}

/** Takes a condition away. What would then be empty goes too, save the selector itself. */
export function removal(selector: Step[], old: Requirement, emptied: PolicyEdit["emptied"] = "refuse"): PolicyEdit[] {
  return [remove(placeOf(selector, old), emptied)];
}

function added(selector: Step[], wanted: Requirement): PolicyEdit {
  if (wanted.operator === "=") return set(pathOf(...selector, "matchLabels", wanted.key), wanted.values[0] ?? "");
  return insert(pathOf(...selector, "matchExpressions", LAST), expressionOf(wanted));
}

function placeOf(selector: Step[], { at, key }: Requirement): string {
  return typeof at === "number" ? pathOf(...selector, "matchExpressions", at) : pathOf(...selector, "matchLabels", key);
}

function expressionOf({ key, operator, values }: Requirement): Record<string, unknown> {
  return takesValues(operator) ? { key, operator, values } : { key, operator };
}
