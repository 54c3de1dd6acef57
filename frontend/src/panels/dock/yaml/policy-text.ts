import { Compartment, EditorState, Transaction } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { boardStore, isReadOnly } from "@/store/board";
import { writingStore } from "@/store/writing";
import { draftUnderWay } from "@/sync/session";
import { currentText } from "./current-text";
import { difference } from "./difference";
import { editorExtensions } from "./extensions";

/** A commit comes as two messages (the revision, the end of the draft): between them the store holds the old text. */
const SETTLE_MS = 120;

type Handlers = { typed: (text: string, before: string) => void; left: () => void };

/** The CodeMirror view of one policy's text, kept in step with the store. */
export class PolicyText {
  readonly view: EditorView;
  private readonly unsubscribe: (() => void)[];
  private readonly writable = new Compartment();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private unsaved = false;

  constructor(
    parent: HTMLElement,
    private readonly policy: string,
    private readonly handlers: Handlers,
  ) {
    this.view = new EditorView({
      parent,
      state: EditorState.create({
        doc: currentText(policy) ?? "",
        extensions: [
          editorExtensions(`YAML of the policy ${boardStore.getState().policies[policy]?.name ?? ""}`),
          EditorView.updateListener.of((update) => {
            const own = update.transactions.some((each) => each.docChanged && !each.annotation(Transaction.remote));
            if (own) this.keystroke(update.startState.doc.toString());
          }),
          this.writable.of(EditorState.readOnly.of(this.held())),
          EditorView.domEventHandlers({ blur: () => this.leave() }),
        ],
      }),
    });
    this.unsubscribe = [boardStore.subscribe(() => this.follow()), writingStore.subscribe(() => this.giveWay())];
  }

  close(): void {
    this.leave();
    for (const stop of this.unsubscribe) stop();
    clearTimeout(this.timer);
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

  private keystroke(before: string): void {
    this.unsaved = true;
    this.handlers.typed(this.view.state.doc.toString(), before);
  }

  private leave(): void {
    if (!this.unsaved) return;
    this.unsaved = false;
    this.handlers.left();
  }

  private held(): boolean {
    return isReadOnly(boardStore.getState()) || (writingStore.getState().held[this.policy] ?? false);
  }

  /** Read-only for who may only look, and while somebody else types here; what was not taken makes room for their text at once. */
  private giveWay(): void {
    this.lock();
    this.takeOver();
  }

  private lock(): void {
    if (this.view.state.readOnly !== this.held())
      this.view.dispatch({ effects: this.writable.reconfigure(EditorState.readOnly.of(this.held())) });
  }

  private follow(): void {
    this.lock();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.takeOver(), SETTLE_MS);
  }

  /** Shows what stands there for everybody, unless something typed here is not answered yet. */
  private takeOver(): void {
    const text = currentText(this.policy);
    const shown = this.view.state.doc.toString();
    if (text === null || text === shown || boardStore.getState().link !== "live" || draftUnderWay(this.policy)) return;
    this.view.dispatch({
      changes: difference(shown, text),
      annotations: [Transaction.remote.of(true), Transaction.addToHistory.of(false)],
    });
  }
}
