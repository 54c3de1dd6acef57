import { setDiagnostics } from "@codemirror/lint";
import { type RefObject, useEffect, useMemo } from "react";
import type { PolicyRecord } from "@/model/records";
import { countingText } from "@/panels/facts/counting-text";
import { finding } from "@/panels/right/why";
import { faultsOf, warningsOf } from "@/store/findings";
import { type LitLine, litLines } from "@/store/lit";
import { useBoard, useUi } from "@/store/use";
import type { Fault } from "@/wire/messages";
import { revealStore } from "../reveal";
import { andOrHints } from "./and-or";
import { diagnosticsOf } from "./diagnostics";
import { type Marks, setMarks } from "./marks";
import type { PolicyText } from "./policy-text";

/** Keeps the marks of the shown text up to date: faults, lit lines, AND and OR; and brings asked lines into view. */
export function useMarks(text: RefObject<PolicyText | null>, policy: PolicyRecord): void {
  const draft = useBoard((state) => state.drafts[policy.id]);
  const faults = useBoard((state) => faultsOf(state, policy.id));
  const warnings = useBoard((state) => warningsOf(state, policy.id));
  const selected = useUi((state) => (state.selection.length === 1 ? state.selection[0]?.id : undefined));
  const verdict = useBoard((state) => state.verdicts[selected ?? ""] ?? null);
  const lit = useMemo(() => litLines(verdict).filter((line) => line.policy === policy.id), [verdict, policy.id]);

  useEffect(() => {
    const view = text.current?.view;
    if (!view) return;
    const draw = () => {
      const shown = view.state.doc.toString();
      const judged = shown === countingText(policy, draft);
      view.dispatch(
        setDiagnostics(view.state, [
          ...diagnosticsOf(view.state.doc, faults, "error"),
          ...diagnosticsOf(view.state.doc, warnings, "warning"),
        ]),
        // Lines belong to the text that was judged: while another stands here, they would light up the wrong ones.
        { effects: setMarks.of(marksOf(judged ? lit : [], faults, warnings, shown)) },
      );
    };
    draw();
    // The text itself follows the store a moment later.
    const timer = setTimeout(draw, 250);
    return () => clearTimeout(timer);
  }, [text, policy, draft, faults, warnings, lit]);

  // The list of problems takes room from the text: the caret must not vanish below it.
  const problems = faults.length + warnings.length;
  useEffect(() => {
    if (problems === 0) return;
    const frame = requestAnimationFrame(() => text.current?.keepCaret());
    return () => cancelAnimationFrame(frame);
  }, [text, problems]);

  const first = lit[0]?.line;
  useEffect(() => {
    if (selected && first) text.current?.show(first);
  }, [text, selected, first]);

  useEffect(() => {
    const show = () => {
      const { policy: asked, line, column } = revealStore.getState();
      if (asked !== policy.id) return;
      if (column === null) text.current?.show(line);
      else text.current?.goTo(line, column);
    };
    return revealStore.subscribe(show);
  }, [text, policy.id]);
}

function marksOf(lit: LitLine[], faults: Fault[], warnings: Fault[], shown: string): Marks {
  const noted = (found: Fault[], tone: "fault" | "warn") =>
    found.map(({ line, message }) => ({ line: line ?? 1, tone, text: message.replaceAll("`", "") }));
  return {
    blocks: lit.map(({ line, endLine, tone }) => ({ from: line, to: endLine, tone })),
    notes: [
      ...andOrHints(shown).map(({ line, word }) => ({ line, tone: "hint" as const, text: word })),
      ...lit.map(({ line, tone, note }) => ({ line, tone, text: finding(note).found || note })),
      ...noted(faults, "fault"),
      ...noted(warnings, "warn"),
    ],
  };
}
