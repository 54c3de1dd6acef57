import { textAt } from "../structure/nodes";
import { readDocument } from "../structure/read";

/** One policy's text within the text of the whole board. */
export interface Part {
  text: string;
  /** Where it begins in the whole text: the offset and the line, from 1. */
  from: number;
  line: number;
}

/** All policies as one text, with `---` between them. */
export function joined(texts: readonly string[]): string {
  return texts.map((text) => (text.endsWith("\n") ? text : `${text}\n`)).join("---\n");
}

/** The documents of a text. Comments between two documents belong to the one below, behind the last to the one above:
 * so each of them is kept with a policy. A comment on the line of the `---` becomes a line of its own. */
export function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let before: Part | null = null;
  for (const piece of pieces(text)) {
    const part: Part = before ? behind(before, piece) : piece;
    before = null;
    if (holdsNothing(piece.text)) before = part;
    else parts.push(part);
  }
  const last = parts.at(-1);
  if (before && last && before.text.trim() !== "") last.text = `${ended(last.text)}${before.text}`;
  return parts;
}

/** A comment and the document below it. Lines are counted in the document: the `---` between them is in no text. */
function behind(comment: Part, piece: Part): Part {
  const line = piece.line - (comment.text.split("\n").length - 1);
  return { text: comment.text + piece.text, from: comment.from, line };
}

function pieces(text: string): Part[] {
  const found: Part[] = [];
  let from = 0;
  let comment = "";
  const add = (to: number) =>
    found.push({ text: comment + text.slice(from, to), from, line: lineAt(text, from) - (comment === "" ? 0 : 1) });
  for (const mark of text.matchAll(/^---(?=\s|$)([^\n]*)\n?/gm)) {
    // Behind directives it begins the document that they are of, and is part of its text.
    if (onlyDirectives(comment + text.slice(from, mark.index))) continue;
    add(mark.index);
    from = mark.index + mark[0].length;
    comment = mark[1]?.trim() ? `${mark[1].trim()}\n` : "";
  }
  add(text.length);
  return found;
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}

function holdsNothing(text: string): boolean {
  return text.split("\n").every((line) => /^\s*(#.*)?$/.test(line));
}

/** "%YAML 1.1", perhaps among comments: what stands before the `---` of the document that it is for. */
function onlyDirectives(text: string): boolean {
  return /^%/m.test(text) && text.split("\n").every((line) => /^(\s*(#.*)?|%.*)$/.test(line));
}

/** How many lines further down a document stands in the whole text than in the policy's own. */
export function shiftOf(part: Part, own: string): number {
  return part.line - (partsOf(own)[0]?.line ?? 1);
}

function ended(text: string): string {
  return text.endsWith("\n") ? text : `${text}\n`;
}

/** A saved text as it stands between two `---`. */
export function asPart(text: string): string {
  return partsOf(text)
    .map((part) => part.text)
    .join("");
}

/** Whether two texts of one policy are the same but for empty lines at their end. */
export function same(a: string, b: string): boolean {
  return a.trimEnd() === b.trimEnd();
}

/** "prod/db" as the text names itself, as far as it can be made out. */
export function nameIn(text: string): string {
  const { value } = readDocument(text, 0, text.length);
  return `${textAt(value, "metadata", "namespace") || "default"}/${textAt(value, "metadata", "name") ?? ""}`;
}
