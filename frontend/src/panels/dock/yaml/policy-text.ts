import { EditorState, Transaction } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { boardStore } from "@/store/board";
import { difference } from "./difference";
import { editorExtensions } from "./extensions";

/** How long after a keystroke the text on the screen stays the person's own, whatever others send. */
const TYPING_MS = 1_500;
/** A commit comes as two messages (the revision, the end of the draft): between them the store holds the old text. */
const SETTLE_MS = 120;

type Handlers = { typed: (text: string) => void; left: () => void };

/** The CodeMirror view of one policy's text, kept in step with the store. */
export class PolicyText {
  readonly view: EditorView;
  private readonly unsubscribe: () => void;
  private lastKey = 0;
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
            if (own) this.keystroke();
          }),
          EditorView.domEventHandlers({ blur: () => this.leave() }),
        ],
      }),
    });
    this.unsubscribe = boardStore.subscribe(() => this.follow(SETTLE_MS));
  }

  close(): void {
    this.leave();
    this.unsubscribe();
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

  private keystroke(): void {
    this.lastKey = Date.now();
    this.unsaved = true;
    this.handlers.typed(this.view.state.doc.toString());
  }

  private leave(): void {
    if (!this.unsaved) return;
    this.unsaved = false;
    this.handlers.left();
  }

  /** Takes over what others wrote, once this person is not typing. */
  private follow(wait: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const idle = Date.now() - this.lastKey;
      if (idle < TYPING_MS) this.follow(TYPING_MS - idle);
      else this.takeOver();
    }, wait);
  }

  private takeOver(): void {
    const { drafts, clientId, link } = boardStore.getState();
    const mine = drafts[this.policy]?.client_id === clientId;
    const text = currentText(this.policy);
    const shown = this.view.state.doc.toString();
    // My own newest text may still be on its way out: what the server echoes then is older than what is shown.
    if (text === null || text === shown || link !== "live" || (mine && this.unsaved)) return;
    this.view.dispatch({
      changes: difference(shown, text),
      annotations: [Transaction.remote.of(true), Transaction.addToHistory.of(false)],
    });
  }
}

/** The draft as far as there is one, else the policy's saved text; null when the policy is gone. */
function currentText(policy: string): string | null {
  const { drafts, policies } = boardStore.getState();
  return drafts[policy]?.text ?? policies[policy]?.text ?? null;
}
