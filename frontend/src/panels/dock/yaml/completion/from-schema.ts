import type { Field } from "../schema/field";
import type { Offer } from "./offer";

/** The keys of a map that are not there yet. */
export function keyOffers(field: Field, siblings: readonly string[], flow: boolean, colon: boolean): Offer[] {
  return Object.entries(field.fields ?? {})
    .filter(([name]) => !siblings.includes(name))
    .map(([name, each]) => ({
      label: name,
      template: colon ? name : keyTemplate(name, each, flow),
      kind: "field" as const,
      detail: KINDS[each.kind],
      doc: each.doc,
      more: !colon,
    }));
}

const KINDS = { map: "", list: "list", labels: "labels", text: "", number: "number" };

function keyTemplate(name: string, field: Field, flow: boolean): string {
  const only = Object.keys(field.values ?? {});
  if (only.length === 1) return `${name}: ${only[0]}`;
  if (field.kind === "text" || field.kind === "number") return `${name}: #{}`;
  if (flow) return field.kind === "list" ? `${name}: [#{}]` : `${name}: {#{}}`;
  return field.kind === "list" ? `${name}:\n- #{}` : `${name}:\n  #{}`;
}

/** The few values that a field may have. */
export function valueOffers(field: Field): Offer[] {
  return Object.entries(field.values ?? {}).map(([value, doc]) => ({
    label: value,
    template: value,
    kind: "value",
    doc,
  }));
}

/** What can stand behind the colon of a map or a list: nothing but flow style. */
export function flowOffers(field: Field): Offer[] {
  const fixed = Object.keys(field.item?.values ?? {});
  const lists = [...fixed.map((each) => [each]), ...(fixed.length > 1 ? [fixed] : [])];
  const empty = field.kind === "list" ? "[]" : "{}";
  return [
    ...lists.map((each) => ({
      label: `[${each.join(", ")}]`,
      template: `[${each.join(", ")}]`,
      kind: "value" as const,
    })),
    ...(field.empty ? [{ label: empty, template: empty, kind: "value" as const, doc: `Empty: ${field.empty}` }] : []),
  ];
}
