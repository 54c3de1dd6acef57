import { type EditorState, type Extension, RangeSet, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, GutterMarker, gutter, WidgetType } from "@codemirror/view";
import { documentsOf } from "../structure/read";
import { andOr, type Between, type Bracket, type Word } from "./and-or";
import "./brackets.css";

/** Beyond this many characters the brackets are left out: a text as long as that is read by no eye at once. */
const LONGEST = 400_000;
const LANES = [0, 1, 2] as const;

interface Drawn {
  markers: RangeSet<GutterMarker>;
  words: DecorationSet;
}

const drawnField = StateField.define<Drawn>({
  create: drawn,
  update: (held, transaction) => (transaction.docChanged ? drawn(transaction.state) : held),
  provide: (field) => EditorView.decorations.from(field, ({ words }) => words),
});

/** AND and OR as brackets in a margin of their own, and in words for people who do not see them. */
export const brackets: Extension = [
  drawnField,
  gutter({ class: "yaml-brackets", markers: (view) => view.state.field(drawnField).markers }),
];

function drawn({ doc }: EditorState): Drawn {
  if (doc.length > LONGEST) return { markers: RangeSet.empty, words: Decoration.none };
  const found = andOr(documentsOf(doc), doc);
  const lines = byLine(found.brackets);
  const markers = [...lines]
    .sort(([a], [b]) => a - b)
    .map(([line, parts]) => new LineMarker(parts).range(doc.line(line).from));
  const aloud = found.brackets.flatMap(({ word, lane, words }) =>
    words.map((line) => Decoration.widget({ widget: new Aloud(word, lane), side: 1 }).range(doc.line(line).to)),
  );
  return { markers: RangeSet.of(markers), words: Decoration.set([...aloud, ...found.between.map(inline)], true) };
}

function inline({ word, at }: Between) {
  return Decoration.widget({ widget: new Inline(word), side: -1 }).range(at);
}

type Part = { lane: Bracket["lane"]; word: Word; shape: "first" | "middle" | "last"; said: boolean };

function byLine(found: Bracket[]): Map<number, Part[]> {
  const lines = new Map<number, Part[]>();
  for (const { word, lane, from, to, words } of found)
    for (let line = from; line <= to; line++) {
      const shape = line === from ? "first" : line === to ? "last" : "middle";
      lines.set(line, [...(lines.get(line) ?? []), { lane, word, shape, said: words.includes(line) }]);
    }
  return lines;
}

class LineMarker extends GutterMarker {
  private readonly key: string;

  constructor(private readonly parts: Part[]) {
    super();
    this.key = JSON.stringify(parts);
  }

  override eq(other: LineMarker): boolean {
    return other.key === this.key;
  }

  override toDOM(): HTMLElement {
    const dom = document.createElement("span");
    dom.className = "yaml-bracket";
    // A line can begin a rule's part and a peer's at once; the inner word is the one that the line is about.
    const said = this.parts.findLast((part) => part.said);
    const word = document.createElement("b");
    word.textContent = said?.word ?? "";
    word.dataset.word = said?.word ?? "";
    dom.append(word);
    for (const lane of LANES) {
      const part = this.parts.find((each) => each.lane === lane);
      const stroke = document.createElement("i");
      if (part) Object.assign(stroke.dataset, { word: part.word, shape: part.shape, tick: String(part.said) });
      dom.append(stroke);
    }
    return dom;
  }
}

const ALOUD = {
  0: " OR: another rule; one of the rules is enough.",
  1: " OR: another peer; one of the peers is enough.",
  2: " AND: both selectors of this peer must match.",
};

/** The gutter is hidden from screen readers, as line numbers are. */
class Aloud extends WidgetType {
  constructor(
    private readonly word: Word,
    private readonly lane: Bracket["lane"],
  ) {
    super();
  }

  override eq(other: Aloud): boolean {
    return other.word === this.word && other.lane === this.lane;
  }

  override toDOM(): HTMLElement {
    const dom = document.createElement("span");
    dom.className = "visually-hidden yaml-aloud";
    dom.textContent = ALOUD[this.lane];
    return dom;
  }
}

class Inline extends WidgetType {
  constructor(private readonly word: Word) {
    super();
  }

  override eq(other: Inline): boolean {
    return other.word === this.word;
  }

  override toDOM(): HTMLElement {
    const dom = document.createElement("span");
    dom.className = "yaml-between";
    dom.dataset.word = this.word;
    dom.textContent = this.word;
    return dom;
  }
}
