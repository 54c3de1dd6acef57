import { type LitLine, litLines } from "@/store/lit";
import type { ConnectionVerdict, Fault, Problem } from "@/wire/messages";
import { type Finding, findingsOf, inOrder } from "../findings";
import type { Agreement } from "./agreement";
import { assign } from "./assign";
import { asPart, type Part, partsOf, same, shiftOf } from "./documents";
import type { WholePlan } from "./plan";

/** What is known against the texts as they are saved, by policy. */
export interface Known {
  policyWarnings: Record<string, Fault[]>;
  problems: Record<string, Problem[]>;
}

/** One document of the whole text, with the policy that it is of. `saved`: the text that was judged, if it is the one
 * that stands here; `shift`: how many lines further down it stands. */
export interface Standing {
  id: string;
  part: Part;
  saved: string | null;
  shift: number;
}

export function standing({ text, held }: Pick<Agreement, "text" | "held">): Standing[] {
  const parts = partsOf(text);
  const ids = assign(parts, held);
  return parts.map((part, index) => {
    const id = ids[index] ?? "";
    const saved = held.find((each) => each.id === id)?.text;
    const judged = saved !== undefined && same(asPart(saved), part.text) ? saved : null;
    return { id, part, saved: judged, shift: judged === null ? part.line - 1 : shiftOf(part, judged) };
  });
}

/** What stands against the whole text, at its lines there. */
export function wholeFindings(
  documents: readonly Standing[],
  { broken }: WholePlan,
  refused: ReadonlyMap<string, Fault[]>,
  known: Known,
): Finding[] {
  const findings: Finding[] = broken.map(({ message, line, column }) => ({
    severity: "error",
    message,
    line,
    column,
    end_line: line,
    source: "server",
  }));
  for (const { id, part, saved, shift } of documents) {
    for (const { message, path, line, column } of refused.get(part.text) ?? []) {
      const at = (line ?? 1) + part.line - 1;
      findings.push({ severity: "error", message, path, line: at, column, end_line: at, source: "server" });
    }
    if (saved === null) continue;
    const state = { drafts: {}, policyWarnings: known.policyWarnings, problems: known.problems[id] ?? [] };
    for (const found of findingsOf(state, id)) {
      const at = (line: number | null) => (line ?? 1) + shift;
      findings.push({ ...found, line: at(found.line), end_line: at(found.end_line ?? found.line) });
    }
  }
  return inOrder(findings);
}

/** The lines that decided a connection, as they stand in the whole text; none of a document that was changed since. */
export function wholeLit(documents: readonly Standing[], verdict: ConnectionVerdict | null): LitLine[] {
  return litLines(verdict).flatMap((lit) => {
    const found = documents.find(({ id, saved }) => id === lit.policy && saved !== null);
    return found ? [{ ...lit, line: lit.line + found.shift, endLine: lit.endLine + found.shift }] : [];
  });
}
