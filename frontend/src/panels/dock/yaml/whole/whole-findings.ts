import type { Fault } from "@/wire/messages";
import type { Finding } from "../findings";
import type { Agreement } from "./agreement";
import { assign } from "./assign";
import { asPart, type Part, partsOf, same } from "./documents";
import type { WholePlan } from "./plan";

/** What stands against the whole text, at its lines there; its documents, and the line at which each policy begins. */
export function wholeFindings(
  { text, held }: Agreement,
  { broken }: WholePlan,
  refused: ReadonlyMap<string, Fault[]>,
  warnings: Record<string, Fault[]>,
): { findings: Finding[]; parts: Part[]; ids: (string | null)[]; starts: Map<string, number> } {
  const parts = partsOf(text);
  const ids = assign(parts, held);
  const findings: Finding[] = broken.map(({ message, line, column }) => ({
    severity: "error",
    message,
    line,
    column,
    end_line: line,
    source: "server",
  }));
  const starts = new Map<string, number>();
  for (const [index, part] of parts.entries()) {
    const id = ids[index] ?? "";
    if (id) starts.set(id, part.line);
    const saved = held.find((each) => each.id === id)?.text;
    const shift = (fault: Fault, severity: Finding["severity"]): Finding => ({
      severity,
      message: fault.message,
      path: fault.path,
      line: (fault.line ?? 1) + part.line - 1,
      column: fault.column,
      end_line: (fault.line ?? 1) + part.line - 1,
      source: "server",
    });
    findings.push(...(refused.get(part.text) ?? []).map((fault) => shift(fault, "error")));
    if (saved !== undefined && same(asPart(saved), part.text))
      findings.push(...(warnings[id] ?? []).map((fault) => shift(fault, "warning")));
  }
  return { findings, parts, ids, starts };
}
