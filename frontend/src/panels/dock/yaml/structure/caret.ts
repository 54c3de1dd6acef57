import type { Entry, MapValue, ScalarValue, Value, YamlDocument } from "./nodes";
import { documentSpans, readDocument } from "./read";

/** Stands for the caret while the text is read; no manifest holds it (it is from Unicode's private use area). */
const MARK = "\uE07A";

/** Keys by name, items of lists by index. */
export type Path = (string | number)[];

/** What the caret is about to write. */
export interface Caret {
  /** Of the map, the list's item or the key's value that the caret is in. */
  path: Path;
  /** A word of its own may become a key or a value: the schema decides. */
  role: "key" | "value" | "word";
  /** Where the word around the caret begins and ends, and what stands of it before the caret. */
  from: number;
  to: number;
  typed: string;
  /** Keys that the map has already, without the one being written. */
  siblings: string[];
  flow: boolean;
  /** Whether the key being written has its colon. */
  colon: boolean;
  /** Whether the value stands on its own line below the key. */
  below: boolean;
  /** The document with the caret's mark left in it. */
  document: YamlDocument;
}

/** What the caret at `offset` is about to write; null in comments, in block texts and where nothing can be said. */
export function caretAt(text: string, offset: number): Caret | null {
  const [from, to] = documentSpans(text).findLast(([start]) => start <= offset) ?? [0, text.length];
  const marked = text.slice(0, offset) + MARK + text.slice(offset);
  const document = readDocument(marked, from, to + MARK.length);
  const found = document.value && inValue(document.value, [], marked);
  // The mark lengthens the word that it stands in.
  return found && { ...found, to: Math.max(offset, found.to - MARK.length), document };
}

type Found = Omit<Caret, "document">;

function inValue(value: Value, path: Path, text: string): Found | null {
  if (value.kind === "map") return first(value.entries, (entry) => inEntry(entry, value, path, text));
  if (value.kind === "scalar") return inScalar(value, path);
  return first(value.items, ({ value: held }, index) => {
    const found = held && inValue(held, [...path, index], text);
    return found && held.kind === "scalar" ? { ...found, flow: value.flow, below: true } : found;
  });
}

function inScalar({ from, to, text, quoted }: ScalarValue, path: Path): Found | null {
  const at = text.indexOf(MARK);
  if (at === -1 || (quoted && /^[|>]/.test(text))) return null;
  const typed = text.slice(0, at);
  return { path, role: "word", from, to, typed, siblings: [], flow: false, colon: false, below: true };
}

function inEntry(entry: Entry, map: MapValue, path: Path, text: string): Found | null {
  const at = entry.key.indexOf(MARK);
  if (at === -1) return inEntryValue(entry, map, path, text);
  return {
    path,
    role: "key",
    from: entry.from,
    to: entry.keyTo,
    typed: entry.key.slice(0, at),
    siblings: map.entries.filter((each) => each !== entry).map(({ key }) => key),
    flow: map.flow,
    colon: entry.colon !== null,
    below: false,
  };
}

function inEntryValue({ key, colon, value }: Entry, map: MapValue, path: Path, text: string): Found | null {
  const found = value && inValue(value, [...path, key], text);
  if (!found || value.kind !== "scalar") return found;
  const below = !map.flow && text.slice(colon ?? 0, value.from).includes("\n");
  return { ...found, role: below ? "word" : "value", flow: map.flow, below };
}

function first<Each, Answer>(list: readonly Each[], ask: (each: Each, index: number) => Answer | null): Answer | null {
  for (const [index, each] of list.entries()) {
    const answer = ask(each, index);
    if (answer) return answer;
  }
  return null;
}
