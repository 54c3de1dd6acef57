import type { Diagnostic } from "@codemirror/lint";
import type { Text } from "@codemirror/state";
import { type Finding, SOURCES } from "./findings";

/** Findings as CodeMirror underlines them and marks them in the gutter: from the place named to the end of its line,
 * or of its last line. A finding without a line stands at the beginning of the text. */
export function diagnosticsOf(doc: Text, findings: readonly Finding[]): Diagnostic[] {
  return findings.map(({ severity, message, line, column, end_line, source, fix }) => {
    const first = doc.line(within(doc, line ?? 1));
    const last = doc.line(Math.max(first.number, within(doc, end_line ?? line ?? 1)));
    const from = Math.min(first.from + Math.max((column ?? 1) - 1, 0), first.to);
    return {
      from,
      to: Math.max(last.from + last.text.trimEnd().length, from),
      severity,
      message: message.replaceAll("`", ""),
      source: SOURCES[source],
      ...(fix ? { actions: [{ name: fix.label, apply: fix.run }] } : {}),
    };
  });
}

function within(doc: Text, line: number): number {
  return Math.min(Math.max(line, 1), doc.lines);
}
