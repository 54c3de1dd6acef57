import { parseDocument } from "yaml";
import { assign, type Held } from "./assign";
import { asPart, type Part, partsOf, same } from "./documents";

/** What a whole text asks of the board. */
export interface WholePlan {
  /** Documents that differ from what the board holds. `id` null: a policy that is not there yet. */
  texts: { id: string | null; text: string; base: string | null; part: Part }[];
  /** Policies that the text leaves out. Empty as long as a document is broken: half a text deletes nothing. */
  removed: { id: string; base: string }[];
  /** Documents that do not parse: their policies keep what they are. */
  broken: { id: string | null; part: Part; message: string; line: number; column: number }[];
}

export function planOf(text: string, held: readonly Held[]): WholePlan {
  const parts = partsOf(text);
  const ids = assign(parts, held);
  const plan: WholePlan = { texts: [], removed: [], broken: [] };
  for (const [index, part] of parts.entries()) {
    const id = ids[index] ?? null;
    const base = held.find((each) => each.id === id)?.text ?? null;
    if (base !== null && same(asPart(base), part.text)) continue;
    const fault = faultIn(part);
    if (fault) plan.broken.push({ id, part, ...fault });
    else plan.texts.push({ id, text: part.text, base, part });
  }
  if (plan.broken.length > 0) return plan;
  const kept = new Set(ids);
  plan.removed = held.filter(({ id }) => !kept.has(id)).map(({ id, text: base }) => ({ id, base }));
  return plan;
}

function faultIn(part: Part): { message: string; line: number; column: number } | null {
  const [error] = parseDocument(part.text, { uniqueKeys: false, logLevel: "silent" }).errors;
  if (!error) return null;
  const { line = 1, col: column = 1 } = error.linePos?.[0] ?? {};
  return { message: error.message.split(" at line ")[0] ?? error.message, line: part.line + line - 1, column };
}

export function isEmpty({ texts, removed }: WholePlan): boolean {
  return texts.length + removed.length === 0;
}
