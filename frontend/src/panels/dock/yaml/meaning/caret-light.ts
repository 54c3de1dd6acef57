import type { Extension } from "@codemirror/state";
import { type EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { boardStore } from "@/store/board";
import { uiStore } from "@/store/ui";
import { documentAt, documentsOf } from "../structure/read";
import { spotAt, written } from "../structure/spot";
import { subjectOf, subjectWords } from "./subject";

/** A caret on its way through the text lights nothing: only one that rests this long does. */
const REST_MS = 80;

/** Lights up on the canvas whom the text at the caret speaks of, as long as the caret is there. */
export const caretLight: Extension = ViewPlugin.fromClass(
  class {
    private timer: ReturnType<typeof setTimeout> | undefined;
    private readonly unsubscribe: () => void;

    constructor(private readonly view: EditorView) {
      this.unsubscribe = boardStore.subscribe((now, before) => {
        const moved = now.pods !== before.pods || now.namespaces !== before.namespaces || now.hosts !== before.hosts;
        if (moved && this.view.hasFocus) this.later();
      });
    }

    update(update: ViewUpdate): void {
      if (update.focusChanged && !this.view.hasFocus) this.dark();
      else if (update.selectionSet || update.docChanged || update.focusChanged) this.later();
    }

    destroy(): void {
      this.unsubscribe();
      this.dark();
    }

    private later(): void {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => {
        if (this.view.hasFocus) uiStore.setState({ caretLit: litAt(this.view) });
      }, REST_MS);
    }

    private dark(): void {
      clearTimeout(this.timer);
      if (uiStore.getState().caretLit) uiStore.setState({ caretLit: null });
    }
  },
);

const VERBS = { selected: "selects", peer: "matches", port: "is declared by" };

function litAt({ state }: EditorView) {
  const { head } = state.selection.main;
  const document = documentAt(documentsOf(state.doc), head);
  const spot = document && spotAt(document, head);
  const board = boardStore.getState();
  // It would say what a learner is to predict.
  if (board.closed) return null;
  const subject = spot && subjectOf(document, spot.path, board);
  if (!subject) return null;
  const all = [...subject.pods, ...subject.hosts, ...subject.namespaces];
  const place = written(subject.role === "selected" ? ["spec", "podSelector"] : spot.path.slice(0, 5));
  return {
    by: "caret" as const,
    role: subject.role,
    ids: new Set(all.map(({ id }) => id)),
    words: `${place.replace("spec.", "")} ${VERBS[subject.role]} ${subjectWords(subject, board)}`,
  };
}
