import { setDiagnostics } from "@codemirror/lint";
import { type RefObject, useEffect, useMemo } from "react";
import type { PolicyRecord } from "@/model/records";
import { countingText } from "@/panels/facts/counting-text";
import { finding } from "@/panels/right/why";
import { type LitLine, litLines } from "@/store/lit";
import { useBoard, useUi } from "@/store/use";
import type { DraftState } from "@/wire/messages";
import { revealStore } from "../reveal";
import { andOrHints } from "./and-or";
import { diagnosticsOf } from "./diagnostics";
import { type Marks, setMarks } from "./marks";
import type { PolicyText } from "./policy-text";

/** Keeps the marks of the shown text up to date: faults, lit lines, AND and OR; and brings asked lines into view. */
export function useMarks(text: RefObject<PolicyText | null>, policy: PolicyRecord): void {
  const draft = useBoard((state) => state.drafts[policy.id]);
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
          ...diagnosticsOf(view.state.doc, draft?.faults ?? [], "error"),
          ...diagnosticsOf(view.state.doc, draft?.warnings ?? [], "warning"),
        ]),
        // Lines belong to the text that was judged: while another stands here, they would light up the wrong ones.
        { effects: setMarks.of(marksOf(judged ? lit : [], draft, shown)) },
      );
    };
    draw();
    // The text itself follows the store a moment later.
    const timer = setTimeout(draw, 250);
    return () => clearTimeout(timer);
  }, [text, policy, draft, lit]);

  // The list of problems takes room from the text: the caret must not vanish below it.
  const problems = (draft?.faults.length ?? 0) + (draft?.warnings.length ?? 0);
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

function marksOf(lit: LitLine[], draft: DraftState | undefined, shown: string): Marks {
  const faults = draft?.faults ?? [];
  return {
    blocks: lit.map(({ line, endLine, tone }) => ({ from: line, to: endLine, tone })),
    notes: [
      ...andOrHints(shown).map(({ line, word }) => ({ line, tone: "hint" as const, text: word })),
      ...lit.map(({ line, tone, note }) => ({ line, tone, text: finding(note).found || note })),
      ...faults.map(({ line, message }) => ({
        line: line ?? 1,
        tone: "fault" as const,
        text: message.replaceAll("`", ""),
      })),
    ],
  };
}
