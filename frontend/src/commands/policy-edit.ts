import type { PolicyEdit } from "@/wire/messages";

export type Step = string | number;

/** Behind the last item of a list. */
export const LAST = -1;

/** A path as `edit_policy_fields` takes it: `spec.ingress[0].from[-]`, `matchLabels["a.b/c"]`. */
export function pathOf(...steps: Step[]): string {
  return steps.map((step, place) => (typeof step === "number" ? indexOf(step) : keyOf(step, place))).join("");
}

function indexOf(step: number): string {
  return step === LAST ? "[-]" : `[${step}]`;
}

function keyOf(step: string, place: number): string {
  if (!/^[^.[\]"]+$/.test(step)) return `[${JSON.stringify(step)}]`;
  return place ? `.${step}` : step;
}

/** What stands at a path, or a new field there; fields that are missing on the way are made. */
export function set(path: string, value: unknown): PolicyEdit {
  return { op: "set", path, value };
}

/** A new item before the one at the path; with `LAST` behind all others. A missing list is made. */
export function insert(path: string, value: unknown): PolicyEdit {
  return { op: "insert", path, value };
}

/**
 * Takes a field or item away. An empty `from`, `to`, `ports` or selector means "everything", so that the server refuses
 * to empty one by the way: say whether the rule or peer around it goes too, or whether everything is meant.
 */
export function remove(path: string, emptied: PolicyEdit["emptied"] = "refuse"): PolicyEdit {
  return { op: "remove", path, emptied };
}

/** An item to another index of its list. */
export function move(path: string, to: number): PolicyEdit {
  return { op: "move", path, to };
}

/** A field under another key. */
export function rename(path: string, to: string): PolicyEdit {
  return { op: "rename", path, to };
}
