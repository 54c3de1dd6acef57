import type { Path } from "./caret";
import type { Value, YamlDocument } from "./nodes";

/** What stands at an offset: the innermost key, item or value around it. */
export interface Spot {
  path: Path;
  on: "key" | "value";
  from: number;
  to: number;
}

/** Null where no key, item or value is, as on an empty line behind the last one. */
export function spotAt({ value }: YamlDocument, offset: number): Spot | null {
  return value && within(value, [], offset);
}

function within(value: Value, path: Path, offset: number): Spot | null {
  const inside = ({ from, to }: { from: number; to: number }) => from <= offset && offset <= to;
  if (value.kind === "scalar") return inside(value) ? { path, on: "value", from: value.from, to: value.to } : null;
  if (value.kind === "map") {
    const entry = value.entries.findLast(inside);
    return entry ? deepest(entry, [...path, entry.key], entry.keyTo, offset) : null;
  }
  const index = value.items.findLastIndex(inside);
  const item = value.items[index];
  return item ? deepest(item, [...path, index], item.to, offset) : null;
}

function deepest({ from, value }: { from: number; value: Value | null }, path: Path, to: number, offset: number): Spot {
  return (value && within(value, path, offset)) ?? { path, on: "key", from, to };
}

/** The same path as the API server writes it: "spec.ingress[0].from[1]". */
export function written(path: Path): string {
  return path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`))
    .join("")
    .replace(/^\./, "");
}
