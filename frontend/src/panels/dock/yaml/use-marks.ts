import { setDiagnostics } from "@codemirror/lint";
import { type RefObject, useEffect, useMemo, useRef } from "react";
import { useShallow } from "zustand/react/shallow";
import type { PolicyRecord } from "@/model/records";
import { countingText } from "@/panels/facts/counting-text";
import { litLines } from "@/store/lit";
import { useBoard, useProblems, useReadOnly, useUi } from "@/store/use";
import { revealStore } from "../reveal";
import { diagnosticsOf } from "./diagnostics";
import { type Finding, findingsOf } from "./findings";
import { setMarks } from "./marks";
import { marksOf } from "./marks-of";
import { concerned } from "./meaning/concerned";
import type { PolicyText } from "./policy-text";
import { documentsOf } from "./structure/read";

/** Keeps the marks of the shown text up to date: faults, lit lines, AND and OR; and brings asked lines into view. */
export function useMarks(text: RefObject<PolicyText | null>, policy: PolicyRecord): void {
  const draft = useBoard((state) => state.drafts[policy.id]);
  const findings = useFindings(policy.id);
  const selected = useUi((state) => (state.selection.length === 1 ? state.selection[0]?.id : undefined));
  const verdict = useBoard((state) => state.verdicts[selected ?? ""] ?? null);
  const lit = useMemo(() => litLines(verdict).filter((line) => line.policy === policy.id), [verdict, policy.id]);

  const world = useBoard(useShallow(({ pods, namespaces, hosts }) => ({ pods, namespaces, hosts })));
  const closed = useBoard((state) => state.closed);
  const firstSpoken = useRef<number>(undefined);

  useEffect(() => {
    const view = text.current?.view;
    if (!view) return;
    const draw = () => {
      const shown = view.state.doc.toString();
      const judged = shown === countingText(policy, draft);
      const spoken = selected && !closed ? concerned(documentsOf(view.state.doc), view.state.doc, selected, world) : [];
      view.dispatch(
        setDiagnostics(view.state, diagnosticsOf(view.state.doc, findings)),
        // Lines belong to the text that was judged: while another stands here, they would light up the wrong ones.
        { effects: setMarks.of(marksOf(judged ? lit : [], spoken, findings)) },
      );
      firstSpoken.current = spoken[0]?.from;
    };
    draw();
    // The text itself follows the store a moment later.
    const timer = setTimeout(draw, 250);
    return () => clearTimeout(timer);
  }, [text, policy, draft, findings, lit, selected, world, closed]);

  // The list of problems takes room from the text: the caret must not vanish below it.
  const problems = findings.filter(({ source }) => source === "server").length;
  useEffect(() => {
    if (problems === 0) return;
    const frame = requestAnimationFrame(() => text.current?.keepCaret());
    return () => cancelAnimationFrame(frame);
  }, [text, problems]);

  const first = lit[0]?.line;
  useEffect(() => {
    const line = first ?? firstSpoken.current;
    if (selected && line) text.current?.show(line);
  }, [text, selected, first]);

  useEffect(() => {
    const show = () => {
      const { policy: asked, line, column } = revealStore.getState();
      if (asked !== policy.id || !text.current) return;
      revealStore.setState(({ asked: newest }) => ({ taken: newest }));
      if (column === null) text.current?.show(line);
      else text.current?.goTo(line, column);
    };
    // Whoever asked may have opened this editor for it: then the text stands here only a moment later.
    const { asked, taken } = revealStore.getState();
    const timer = asked === taken ? undefined : setTimeout(show, 60);
    const stop = revealStore.subscribe((now, before) => {
      if (now.asked !== before.asked) show();
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [text, policy.id]);
}

/** The findings of a policy's text; the same array as long as nothing in them changed. */
export function useFindings(policy: string): Finding[] {
  const drafts = useBoard((state) => state.drafts);
  const policyWarnings = useBoard((state) => state.policyWarnings);
  const problems = useProblems((state) => state.byPolicy[policy]);
  const readOnly = useReadOnly();
  return useMemo(() => {
    const found = findingsOf({ drafts, policyWarnings, problems: problems ?? [] }, policy);
    // The edits go into the saved text: while another is being typed they have no place.
    const mends = !readOnly && drafts[policy] === undefined;
    return mends ? found : found.map(({ fix: _, ...finding }) => finding);
  }, [drafts, policyWarnings, problems, policy, readOnly]);
}
