import type { Diagnostic } from "@codemirror/lint";
import type { Text } from "@codemirror/state";
import type { Fault } from "@/wire/messages";

/** Faults as CodeMirror underlines them, from the place named to the end of its line. A fault without a line stands
 * at the beginning of the text. */
export function diagnosticsOf(doc: Text, faults: readonly Fault[], severity: "error" | "warning"): Diagnostic[] {
  return faults.map((fault) => {
    const line = doc.line(Math.min(Math.max(fault.line ?? 1, 1), doc.lines));
    const from = Math.min(line.from + Math.max((fault.column ?? 1) - 1, 0), line.to);
    const end = line.from + line.text.trimEnd().length;
    return { from, to: Math.max(end, from), severity, message: fault.message.replaceAll("`", "") };
  });
}
