/** A policy's text as plain values, read by their places. What the API server would refuse may stand there too. */
import { isMap, parseDocument } from "yaml";
import type { Step } from "@/commands/policy-edit";

export type Plain = Record<string, unknown>;

/** Null when the text cannot be read. */
export function readPolicy(text: string): Plain | null {
  const document = parseDocument(text, { uniqueKeys: false, logLevel: "silent" });
  return document.errors.length > 0 || !isMap(document.contents) ? null : (document.toJS() as Plain);
}

/** What stands at a place; undefined for nothing. */
export function valueAt(value: unknown, steps: readonly Step[]): unknown {
  let found: unknown = value;
  for (const step of steps) {
    if (typeof found !== "object" || found === null) return undefined;
    found = (found as Record<Step, unknown>)[step];
  }
  return found;
}

/** A list's items; none for what is absent, null or no list. */
export function itemsOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A mapping's fields; none for what is absent, null or no mapping. */
export function fieldsOf(value: unknown): [string, unknown][] {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

/** A scalar as it stands in a field of the form. */
export function textOf(value: unknown): string {
  return value === undefined || value === null ? "" : String(value);
}

/** Whether a field is there at all: absent and null are the same to Kubernetes. */
export function isWritten(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** The steps of a path such as `spec.ingress[0].from[-]`; `[-]` is -1. */
export function stepsOf(path: string): Step[] {
  return [...path.matchAll(/\[(-|\d+)\]|\["((?:[^"\\]|\\.)*)"\]|([^.[\]"]+)/g)].map(([, index, quoted, plain]) => {
    if (index !== undefined) return index === "-" ? -1 : Number(index);
    return quoted === undefined ? (plain ?? "") : (JSON.parse(`"${quoted}"`) as string);
  });
}
