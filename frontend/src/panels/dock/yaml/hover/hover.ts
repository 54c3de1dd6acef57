import { StateEffect, StateField } from "@codemirror/state";
import {
  type Command,
  closeHoverTooltips,
  EditorView,
  hasHoverTooltips,
  hoverTooltip,
  showTooltip,
  type Tooltip,
  type TooltipView,
} from "@codemirror/view";
import { announce, boardStore } from "@/store/board";
import { documentAt, documentsOf } from "../structure/read";
import { spotAt } from "../structure/spot";
import { type Description, describe } from "./describe";
import "./hover.css";

type Found = Description & { from: number; to: number };

/** What the text at an offset means on this board. */
function describedAt(view: EditorView, offset: number): Found | null {
  // It would say what a learner is to predict.
  if (boardStore.getState().closed) return null;
  const document = documentAt(documentsOf(view.state.doc), offset);
  const spot = document && spotAt(document, offset);
  const said = spot && describe(document, spot, boardStore.getState());
  return said && { ...said, from: spot.from, to: spot.to };
}

const pointed = hoverTooltip(
  (view, offset) => {
    const found = describedAt(view, offset);
    return found && { pos: found.from, end: found.to, above: true, create: () => drawn(found) };
  },
  { hideOnChange: true },
);

const ask = StateEffect.define<Tooltip | null>();

/** The same, asked for by a key: it stays until the caret moves or the text changes. */
const asked = StateField.define<Tooltip | null>({
  create: () => null,
  update(held, transaction) {
    for (const effect of transaction.effects) if (effect.is(ask)) return effect.value;
    return transaction.docChanged || transaction.selection ? null : held;
  },
  provide: (field) => showTooltip.from(field),
});

export const hover = [pointed, asked];

/** Shows what is at the caret, and says it aloud. */
export const explain: Command = (view) => {
  const found = describedAt(view, view.state.selection.main.head);
  if (!found) {
    announce("Nothing to explain here.");
    return true;
  }
  const tooltip = { pos: found.from, above: true, create: () => drawn(found) };
  view.dispatch({
    effects: [closeHoverTooltips, ask.of(tooltip), EditorView.scrollIntoView(view.state.selection.main.head)],
  });
  announce(sentence(found));
  return true;
};

/** Takes the explanation away; false when there is none. */
export const stopExplaining: Command = (view) => {
  if (!view.state.field(asked, false) && !hasHoverTooltips(view.state)) return false;
  view.dispatch({ effects: [closeHoverTooltips, ask.of(null)] });
  return true;
};

function sentence({ title, doc, facts }: Description): string {
  return [`${title}: ${doc}`, ...facts.map(({ word, text }) => `${word}: ${text}`)].join(" ");
}

function drawn({ title, doc, facts }: Description): TooltipView {
  const dom = document.createElement("div");
  dom.className = "yaml-hover";
  dom.append(element("code", title, "yaml-hover__path"), element("p", doc));
  const list = document.createElement("dl");
  for (const { word, text } of facts) list.append(element("dt", word), element("dd", text));
  if (facts.length > 0) dom.append(list);
  return { dom };
}

function element(name: string, text: string, className = ""): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className;
  return made;
}
