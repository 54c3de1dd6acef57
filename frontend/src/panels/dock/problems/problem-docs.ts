/** The words of docs/problems.md about one problem, for the panel. */

export interface ProblemDoc {
  /** Why it matters and how it is judged. */
  words: string;
  /** YAML that has it. */
  example: string;
  /** What to write instead. */
  correction: string;
}

let read: Promise<string> | null = null;

/** What the document says of a problem; null when it says nothing. */
export async function docOf(id: string): Promise<ProblemDoc | null> {
  read ??= import("../../../../../docs/problems.md?raw").then((module: { default: string }) => module.default);
  return docIn(await read, id);
}

/** The same, of a text in that form: a heading, a sentence, words, an example, a correction. */
export function docIn(text: string, id: string): ProblemDoc | null {
  const [, section] = text.split(`\n## ${id}\n`);
  if (section === undefined) return null;
  const [own = ""] = section.split("\n## ");
  const example = /```yaml\n([\s\S]*?)```/.exec(own)?.[1]?.trimEnd() ?? "";
  const paragraphs = own
    .replace(/```[\s\S]*?```/g, "")
    .split(/\n{2,}/)
    .map((each) => each.trim());
  const correction = paragraphs.find((each) => each.startsWith("Correction:")) ?? "";
  const words = paragraphs.filter((each) => each && each !== correction).slice(1);
  return { words: words.join(" "), example, correction: correction.replace(/^Correction:\s*/, "") };
}
