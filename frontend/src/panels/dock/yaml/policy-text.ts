import { type ChangeSet, Compartment, EditorState, Transaction } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { boardStore, isReadOnly } from "@/store/board";
import { lessonStore, whyLocked } from "@/store/lesson";
import { peopleStore } from "@/store/people";
import { saveText, tellPlace, typeText, watchText } from "@/sync/session";
import type { Person } from "@/wire/messages";
import { setCarets } from "./carets";
import "./carets.css";
import { editorExtensions } from "./extensions";

const CALM_MS = 250;

const shown = new Map<string, EditorView>();

/** The editor in which a policy stands open. */
export function openView(policy: string): EditorView | undefined {
  return shown.get(policy);
}

/** The CodeMirror view of one policy's text, kept in step with everybody's. Undo takes back one's own typing only. */
export class PolicyText {
  readonly view: EditorView;
  private readonly unwatch: () => void;
  private readonly writable = new Compartment();
  private readonly unsubscribe: () => void;
  private unsaved = false;
  private carets = "";
  private calm: ReturnType<typeof setTimeout> | undefined;

  constructor(
    parent: HTMLElement,
    private readonly policy: string,
  ) {
    const { text, stop } = watchText(policy, (changes) => this.hear(changes));
    this.unwatch = stop;
    this.view = new EditorView({
      parent,
      state: EditorState.create({
        doc: text.shown,
        extensions: [
          editorExtensions(`YAML of the policy ${boardStore.getState().policies[policy]?.name ?? ""}`),
          EditorView.updateListener.of((update) => {
            if (update.docChanged || update.selectionSet || update.focusChanged) this.tellCaret();
            if (update.docChanged && !update.transactions.some((each) => each.annotation(Transaction.remote)))
              this.keystroke(update.changes);
          }),
          this.writable.of(EditorState.readOnly.of(this.isFixed())),
          EditorView.domEventHandlers({ blur: () => this.leave() }),
        ],
      }),
    });
    shown.set(policy, this.view);
    const stops = [
      boardStore.subscribe(() => this.lock(this.isFixed())),
      lessonStore.subscribe(() => this.lock(this.isFixed())),
      peopleStore.subscribe((now, before) => now.others !== before.others && this.showCarets(now.others)),
    ];
    this.unsubscribe = () => {
      for (const each of stops) each();
    };
    this.showCarets(peopleStore.getState().others);
  }

  close(): void {
    this.leave();
    this.unwatch();
    this.unsubscribe();
    clearTimeout(this.calm);
    tellPlace({ caret: null });
    if (shown.get(this.policy) === this.view) shown.delete(this.policy);
    this.view.destroy();
  }

  /** Brings a line into view, a little below the top. */
  show(line: number): void {
    const { doc } = this.view.state;
    const { from } = doc.line(Math.min(Math.max(line, 1), doc.lines));
    this.view.dispatch({ effects: EditorView.scrollIntoView(from, { y: "start", yMargin: 40 }) });
  }

  /** Scrolls, if it must, to where the person is typing. */
  keepCaret(): void {
    if (!this.view.hasFocus) return;
    this.view.dispatch({ effects: EditorView.scrollIntoView(this.view.state.selection.main) });
  }

  /** Puts the caret there. */
  goTo(line: number, column: number): void {
    const { doc } = this.view.state;
    const at = doc.line(Math.min(Math.max(line, 1), doc.lines));
    this.view.dispatch({ selection: { anchor: Math.min(at.from + column - 1, at.to) }, scrollIntoView: true });
    this.view.focus();
  }

  private keystroke(changes: ChangeSet): void {
    this.unsaved = true;
    typeText(this.policy, changes);
  }

  private leave(): void {
    if (!this.unsaved) return;
    this.unsaved = false;
    saveText(this.policy);
  }

  private tellCaret(): void {
    const { anchor, head } = this.view.state.selection.main;
    tellPlace({ caret: this.view.hasFocus ? { policy: this.policy, anchor, head } : null });
  }

  private showCarets(others: Record<string, Person>): void {
    const here = Object.values(others).filter(({ caret }) => caret?.policy === this.policy);
    const written = JSON.stringify(here.map(({ id, name, caret }) => [id, name, caret]));
    if (written === this.carets) return;
    this.carets = written;
    this.view.dispatch({ effects: setCarets.of(here) });
  }

  /** Read-only for who may only look, and where a lesson leaves the policy as it is. */
  private isFixed(): boolean {
    const board = boardStore.getState();
    const held = board.policies[this.policy];
    const name = held ? `${held.namespace}/${held.name}` : "";
    return isReadOnly(board) || whyLocked(lessonStore.getState(), "policies", name) !== null;
  }

  private lock(locked: boolean): void {
    if (this.view.state.readOnly !== locked)
      this.view.dispatch({ effects: this.writable.reconfigure(EditorState.readOnly.of(locked)) });
  }

  private hear(changes: ChangeSet): void {
    const annotations = [Transaction.remote.of(true), Transaction.addToHistory.of(false)];
    this.view.dispatch({ changes, annotations, filter: false });
    // A caret may be told before or after the text that it belongs to: once both are there, its own place counts.
    clearTimeout(this.calm);
    this.calm = setTimeout(() => {
      this.carets = "";
      this.showCarets(peopleStore.getState().others);
    }, CALM_MS);
  }
}
