import { setDiagnostics } from "@codemirror/lint";
import { Compartment, EditorState, Transaction } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { newId } from "@/model/ids";
import type { World } from "@/panels/facts/peer-matches";
import { boardStore, isReadOnly } from "@/store/board";
import { problemsStore } from "@/store/problems";
import { difference } from "@/sync/difference";
import { RefusedError, send } from "@/sync/session";
import type { ConnectionVerdict, Fault } from "@/wire/messages";
import { diagnosticsOf } from "../diagnostics";
import { editorExtensions } from "../extensions";
import type { Finding } from "../findings";
import { setMarks } from "../marks";
import { marksOf } from "../marks-of";
import { concerned } from "../meaning/concerned";
import { documentsOf } from "../structure/read";
import { type Agreement, followed } from "./agreement";
import { asPart, joined } from "./documents";
import { keepWhole, keptWhole } from "./kept";
import { isEmpty, planOf, type WholePlan } from "./plan";
import { type Standing, standing, wholeFindings, wholeLit } from "./whole-findings";

const PAUSE_MS = 1_000;
/** Longer before policies are removed: a document that was cut out may be pasted again in a moment. */
const REMOVAL_MS = 3_000;

export interface WholeState {
  plan: WholePlan;
  saving: boolean;
  findings: Finding[];
  conflicts: string[];
  /** Every policy would be removed: that is asked for. */
  asks: boolean;
}

/** What is selected on the canvas: a thing or an arrow, with its verdict. */
export interface Chosen {
  selected: string | undefined;
  verdict: ConnectionVerdict | null;
  world: World;
}

export const NOTHING: WholeState = {
  plan: { texts: [], removed: [], broken: [] },
  saving: false,
  findings: [],
  conflicts: [],
  asks: false,
};

/** The CodeMirror view of all policies as one text. */
export class WholeText {
  readonly view: EditorView;
  private agreement: Agreement;
  private readonly unsubscribe: () => void;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private saving = false;
  private readonly writable = new Compartment();
  /** What the server refused, by the document's text: it is not asked again until the document changes. */
  private readonly refused = new Map<string, Fault[]>();

  constructor(
    parent: HTMLElement,
    private readonly board: string,
    private readonly tell: (state: WholeState) => void,
  ) {
    const held = this.policies().map(({ id, text }) => ({ id, text }));
    const kept = keptWhole(board) ?? { text: joined(held.map(({ text }) => asPart(text))), held };
    this.agreement = followed(kept, this.policies());
    this.view = new EditorView({
      parent,
      state: EditorState.create({
        doc: this.agreement.text,
        extensions: [
          editorExtensions("YAML of all policies of the board"),
          this.writable.of(EditorState.readOnly.of(isReadOnly(boardStore.getState()))),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) this.typed(update.transactions.some((each) => each.annotation(Transaction.remote)));
          }),
          EditorView.domEventHandlers({ blur: () => void this.save() }),
        ],
      }),
    });
    const unfollow = problemsStore.subscribe((now, before) => now.byPolicy !== before.byPolicy && this.show());
    const unsubscribe = boardStore.subscribe((now, before) => {
      if (now.policies !== before.policies) this.follow();
      else if (now.policyWarnings !== before.policyWarnings) this.show();
      if (isReadOnly(now) !== this.view.state.readOnly)
        this.view.dispatch({ effects: this.writable.reconfigure(EditorState.readOnly.of(isReadOnly(now))) });
    });
    this.unsubscribe = () => {
      unfollow();
      unsubscribe();
    };
    this.show();
    this.wait();
  }

  close(): void {
    void this.save();
    this.unsubscribe();
    clearTimeout(this.timer);
    this.view.destroy();
  }

  /** Puts the caret there, or only brings the line into view. */
  goTo(line: number, column: number | null): void {
    const { doc } = this.view.state;
    const at = doc.line(Math.min(Math.max(line, 1), doc.lines));
    const effects = EditorView.scrollIntoView(at.from, { y: "start", yMargin: 30 });
    if (column === null) this.view.dispatch({ effects });
    else {
      this.view.dispatch({ selection: { anchor: Math.min(at.from + column - 1, at.to) }, effects });
      this.view.focus();
    }
  }

  /** Marks what decided the selected connection, or speaks of the selected thing, and what is wrong. Answers with the
   * first line that speaks of it; null when none does. */
  mark({ selected, verdict, world }: Chosen): number | null {
    const { doc } = this.view.state;
    const lit = wholeLit(this.documents(), verdict);
    const spoken = selected ? concerned(documentsOf(doc), doc, selected, world) : [];
    this.view.dispatch({ effects: setMarks.of(marksOf(lit, spoken, this.findings(this.plan()))) });
    return lit[0]?.line ?? spoken[0]?.from ?? null;
  }

  /** The line at which a policy's document begins; null when the text has none. */
  lineOf(policy: string): number | null {
    return this.documents().find(({ id }) => id === policy)?.part.line ?? null;
  }

  /** Of a policy that was changed here and elsewhere: the board's text replaces the one here. */
  takeTheirs(policy: string): void {
    const theirs = boardStore.getState().policies[policy]?.text;
    if (theirs === undefined) return;
    const documents = this.documents();
    const texts = documents.map(({ id, part }) => (id === policy ? asPart(theirs) : part.text));
    this.put(joined(documents.some(({ id }) => id === policy) ? texts : [...texts, asPart(theirs)]));
    this.follow();
  }

  /** Of a policy that was changed here and elsewhere: the text here is saved over the other. */
  keepMine(policy: string): void {
    const theirs = boardStore.getState().policies[policy]?.text;
    if (theirs === undefined) return;
    const held = this.agreement.held.map((each) => (each.id === policy ? { ...each, text: theirs } : each));
    this.agreement = { ...this.agreement, held, conflicts: this.agreement.conflicts.filter((id) => id !== policy) };
    void this.save();
  }

  /** Makes one revision of what is whole. `all`: also when that removes every policy. */
  async save(all = false): Promise<void> {
    clearTimeout(this.timer);
    const plan = this.plan();
    if (this.saving || isReadOnly(boardStore.getState()) || isEmpty(plan) || (this.asks(plan) && !all)) return;
    const conflicts = new Set(this.agreement.conflicts);
    const texts = plan.texts.filter((each) => !this.refused.has(each.text) && !conflicts.has(each.id ?? ""));
    const removed = plan.removed.filter(({ id }) => !conflicts.has(id));
    if (texts.length + removed.length === 0) return;
    const sent = texts.map(({ id, text, base }) => ({ id: id ?? newId(), text, base }));
    this.saving = true;
    this.show();
    try {
      await send("edit_policies", { texts: sent, removed });
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      this.refuse(error.faults, sent);
    }
    this.saving = false;
    this.follow();
    this.wait();
  }

  /** The others can be saved without what was refused. */
  private refuse(faults: Fault[], sent: { id: string; text: string }[]): void {
    for (const { id, text } of sent) {
      const found = faults.filter(({ file, code }) => file === id && code !== "text_changed");
      if (found.length > 0) this.refused.set(text, found);
    }
    // A refusal that names none of them would be asked for again without end.
    if (!faults.some(({ file }) => sent.some(({ id }) => id === file)))
      for (const { text } of sent) this.refused.set(text, faults);
  }

  private typed(remote: boolean): void {
    this.agreement.text = this.view.state.doc.toString();
    this.show();
    if (!remote) this.wait();
  }

  private wait(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), this.plan().removed.length > 0 ? REMOVAL_MS : PAUSE_MS);
  }

  private follow(): void {
    if (this.saving) return;
    const next = followed({ text: this.view.state.doc.toString(), held: this.agreement.held }, this.policies());
    this.agreement = next;
    this.put(next.text);
    this.show();
  }

  private put(text: string): void {
    const shown = this.view.state.doc.toString();
    if (text === shown) return;
    this.view.dispatch({
      changes: difference(shown, text),
      annotations: [Transaction.remote.of(true), Transaction.addToHistory.of(false)],
    });
  }

  private show(): void {
    const plan = this.plan();
    const findings = this.findings(plan);
    const unsaved = !isEmpty(plan) || plan.broken.length > 0;
    keepWhole(this.board, unsaved ? { text: this.agreement.text, held: this.agreement.held } : null);
    this.view.dispatch(setDiagnostics(this.view.state, diagnosticsOf(this.view.state.doc, findings)));
    this.tell({ plan, saving: this.saving, findings, conflicts: this.agreement.conflicts, asks: this.asks(plan) });
  }

  private plan(): WholePlan {
    return planOf(this.agreement.text, this.agreement.held);
  }

  private asks({ texts, removed }: WholePlan): boolean {
    return texts.length === 0 && removed.length > 1 && removed.length === this.agreement.held.length;
  }

  private documents(): Standing[] {
    return standing(this.agreement);
  }

  private findings(plan: WholePlan): Finding[] {
    const { policyWarnings } = boardStore.getState();
    const found = wholeFindings(this.documents(), plan, this.refused, {
      policyWarnings,
      problems: problemsStore.getState().byPolicy,
    });
    // A fix goes into the saved text: while other documents wait to be saved, it would be an edit beside this one.
    const mends = isEmpty(plan) && plan.broken.length === 0 && !isReadOnly(boardStore.getState());
    return mends ? found : found.map(({ fix: _, ...finding }) => finding);
  }

  private policies() {
    return Object.values(boardStore.getState().policies);
  }
}
