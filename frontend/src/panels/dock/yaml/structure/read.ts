import type { Text } from "@codemirror/state";
import type { YamlDocument } from "./nodes";
import { BlockReader } from "./read-block";

const read = new WeakMap<Text, YamlDocument[]>();

/** The documents of an editor's text. Remembered: brackets, caret, completion and hover all ask for the same text. */
export function documentsOf(doc: Text): YamlDocument[] {
  const known = read.get(doc);
  if (known) return known;
  const made = readYaml(doc.toString());
  read.set(doc, made);
  return made;
}

/** Reads YAML as far as it goes, without ever failing. This is for what the editor offers and draws while a person
 * types; what a text means is the server's to say. */
export function readYaml(text: string): YamlDocument[] {
  return documentSpans(text).map(([from, to]) => readDocument(text, from, to));
}

/** Reads the one document that lies there. */
export function readDocument(text: string, from: number, to: number): YamlDocument {
  const document: YamlDocument = { from, to, value: null };
  new BlockReader(text, document).read();
  return document;
}

/** The document that an offset lies in. */
export function documentAt(documents: readonly YamlDocument[], offset: number): YamlDocument | null {
  return documents.findLast(({ from }) => from <= offset) ?? documents[0] ?? null;
}

/** From where to where each document reaches: between the lines that begin with `---`. */
export function documentSpans(text: string): [number, number][] {
  const spans: [number, number][] = [];
  let from = 0;
  for (const found of text.matchAll(/^---(?=\s|$)[^\n]*\n?/gm)) {
    if (found.index > 0 || spans.length > 0) spans.push([from, found.index]);
    from = found.index + found[0].length;
  }
  return [...spans, [from, text.length]];
}
