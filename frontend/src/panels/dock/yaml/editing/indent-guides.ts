import { type Extension, RangeSetBuilder } from "@codemirror/state";
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import "./indent-guides.css";

const STEP = 2;
const DEEPEST = 12;

// The page's policy allows no style attributes, so that each depth is a class.
const DEPTHS = Array.from({ length: DEEPEST + 1 }, (_, depth) =>
  Decoration.line({ class: `yaml-indented yaml-indented--${depth}` }),
);

/** Thin lines at every second column of the indentation, drawn only for the lines in view. */
export const indentGuides: Extension = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = guides(view);
    }

    update(update: ViewUpdate): void {
      if (update.docChanged || update.viewportChanged) this.decorations = guides(update.view);
    }
  },
  { decorations: ({ decorations }) => decorations },
);

function guides(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges)
    for (let at = from; at <= to; ) {
      const line = view.state.doc.lineAt(at);
      const depth = Math.min(DEEPEST, Math.ceil(line.text.search(/[^ ]|$/) / STEP));
      const decoration = DEPTHS[depth];
      if (depth > 0 && decoration) builder.add(line.from, line.from, decoration);
      at = line.to + 1;
    }
  return builder.finish();
}
