/** Lines with a ground of their own, and words at the end of lines: what the text means for the selected arrow. */
import { StateEffect, StateField, type Text } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, WidgetType } from "@codemirror/view";

export type Tone = "allow" | "deny" | "point" | "fault" | "warn";

/** Lines count from 1. */
export type Marks = {
  blocks: { from: number; to: number; tone: "allow" | "deny" | "point" }[];
  notes: { line: number; tone: Tone; text: string }[];
};

export const setMarks = StateEffect.define<Marks>();

export const marksField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(decorations, transaction) {
    const shifted = decorations.map(transaction.changes);
    const newest = transaction.effects.findLast((effect) => effect.is(setMarks));
    return newest ? drawn(newest.value as Marks, transaction.newDoc) : shifted;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function drawn({ blocks, notes }: Marks, doc: Text): DecorationSet {
  const ranges = [];
  const lit = new Set<number>();
  for (const { from, to, tone } of blocks) {
    for (let line = Math.max(1, from); line <= Math.min(to, doc.lines); line++) {
      if (lit.has(line)) continue;
      lit.add(line);
      const mark = Decoration.line({ class: `yaml-line yaml-line--${tone}` });
      ranges.push(mark.range(doc.line(line).from));
    }
  }
  for (const { line, tone, text } of notes) {
    if (line < 1 || line > doc.lines) continue;
    const note = Decoration.widget({ widget: new NoteWidget(tone, text), side: 1 });
    ranges.push(note.range(doc.line(line).to));
  }
  return Decoration.set(ranges, true);
}

class NoteWidget extends WidgetType {
  constructor(
    private readonly tone: Tone,
    private readonly text: string,
  ) {
    super();
  }

  override eq(other: NoteWidget): boolean {
    return other.tone === this.tone && other.text === this.text;
  }

  toDOM(): HTMLElement {
    const note = document.createElement("span");
    note.className = `yaml-note yaml-note--${this.tone}`;
    note.textContent = this.text;
    note.title = this.text;
    return note;
  }
}
