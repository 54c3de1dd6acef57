/** The parts of a YAML text as far as they can be made out, also while it is half typed. Offsets count from the
 * beginning of the whole text; `to` is the offset behind the last character. */

export interface ScalarValue {
  kind: "scalar";
  from: number;
  to: number;
  /** Without quotes; escapes stay as they are written. */
  text: string;
  quoted: boolean;
}

/** `colon` is null while the key has none yet. */
export interface Entry {
  key: string;
  from: number;
  keyTo: number;
  colon: number | null;
  value: Value | null;
  to: number;
}

export interface MapValue {
  kind: "map";
  flow: boolean;
  from: number;
  to: number;
  /** The column of its keys, from 0. Only block style goes by it. */
  indent: number;
  entries: Entry[];
}

export interface Item {
  from: number;
  value: Value | null;
  to: number;
}

export interface SeqValue {
  kind: "seq";
  flow: boolean;
  from: number;
  to: number;
  indent: number;
  items: Item[];
}

export type Value = ScalarValue | MapValue | SeqValue;

/** One document of a stream, without the `---` before it. */
export interface YamlDocument {
  from: number;
  to: number;
  value: Value | null;
}

/** Where a value can stand: below a key, in an item, at the top of a document. */
export interface Holder {
  value: Value | null;
}

/** The entry of that key; the last one, as YAML readers take it, when it stands twice. */
export function entryOf(value: Value | null | undefined, key: string): Entry | undefined {
  return value?.kind === "map" ? value.entries.findLast((entry) => entry.key === key) : undefined;
}

/** The value at a path of keys, or null where there is none. */
export function valueAt(value: Value | null, ...path: string[]): Value | null {
  return path.reduce<Value | null>((held, key) => entryOf(held, key)?.value ?? null, value);
}

/** The scalar's text at a path of keys, or null. */
export function textAt(value: Value | null, ...path: string[]): string | null {
  const found = valueAt(value, ...path);
  return found?.kind === "scalar" ? found.text : null;
}

/** The items of a list that stands below `key`. */
export function itemsOf(value: Value | null | undefined, key: string): Item[] {
  const held = entryOf(value, key)?.value;
  return held?.kind === "seq" ? held.items : [];
}

/** Maps and lists as plain objects and arrays, every scalar as its text; null for what is empty or written as null. */
export function plain(value: Value | null): unknown {
  if (value === null) return null;
  if (value.kind === "scalar") return !value.quoted && /^(null|Null|NULL|~|)$/.test(value.text) ? null : value.text;
  if (value.kind === "seq") return value.items.map((item) => plain(item.value));
  const typed = value.entries.filter(({ colon }) => colon !== null || value.flow);
  return Object.fromEntries(typed.map((entry) => [entry.key, plain(entry.value)]));
}
