/** Where the words that a field may hold come from when they stand on the board. */
export type Source = "namespace-name" | "label-key" | "label-value" | "port" | "cidr";

/** One field of a NetworkPolicy, as the editor explains and completes it. `absent` and `empty` say what the policy
 * means then, which are two things. */
export interface Field {
  kind: "map" | "list" | "labels" | "text" | "number";
  doc: string;
  absent?: string;
  empty?: string;
  fields?: Record<string, Field>;
  item?: Field;
  /** The few values that it may have, each with what it says. */
  values?: Record<string, string>;
  source?: Source;
}

/** The field at a path; null for one that the schema does not know. */
export function fieldAt(root: Field, path: readonly (string | number)[]): Field | null {
  let field: Field | null = root;
  for (const step of path) {
    if (typeof step === "number") field = field?.item ?? null;
    else field = field?.fields?.[step] ?? (field?.kind === "labels" ? (field.item ?? null) : null);
  }
  return field;
}
