/** The others' carets and selections in a text, with their names. */
import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, WidgetType } from "@codemirror/view";
import { tintOf } from "@/store/people";
import type { Person } from "@/wire/messages";

export const setCarets = StateEffect.define<Person[]>();

/** What is known of the others' places is a moment old: between two messages they move along with the text. */
export const caretsField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(carets, transaction) {
    const newest = transaction.effects.findLast((effect) => effect.is(setCarets));
    if (newest) return drawn(newest.value as Person[], transaction.newDoc.length);
    return transaction.docChanged ? carets.map(transaction.changes) : carets;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function drawn(people: Person[], length: number): DecorationSet {
  const ranges = people.flatMap((person) => {
    if (!person.caret) return [];
    const head = Math.min(person.caret.head, length);
    const anchor = Math.min(person.caret.anchor, length);
    const caret = Decoration.widget({ widget: new CaretWidget(person), side: 1 }).range(head);
    if (anchor === head) return [caret];
    const chosen = Decoration.mark({ class: "caret-range", attributes: { "data-tint": String(person.tint) } });
    return [chosen.range(Math.min(anchor, head), Math.max(anchor, head)), caret];
  });
  return Decoration.set(ranges, true);
}

class CaretWidget extends WidgetType {
  constructor(private readonly person: Person) {
    super();
  }

  override eq(other: CaretWidget): boolean {
    return other.person.id === this.person.id && other.person.name === this.person.name;
  }

  toDOM(): HTMLElement {
    const caret = document.createElement("span");
    caret.className = "caret";
    caret.ariaHidden = "true";
    caret.style.setProperty("--who", tintOf(this.person));
    // The name is painted by CSS: as text in the line, the browser may take it for something that was typed.
    caret.dataset.name = this.person.name;
    return caret;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}
