import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  closeBrackets,
  closeBracketsKeymap,
  snippet,
  startCompletion,
} from "@codemirror/autocomplete";
import type { Extension } from "@codemirror/state";
import { type EditorView, keymap } from "@codemirror/view";
import { boardStore } from "@/store/board";
import type { Offer } from "./offer";
import { offersAt } from "./offers";
import "./completion.css";

/** Offers what fits at the caret, from the schema and from the board: while a word is typed, and on Ctrl+Space. */
export function completion(): Extension {
  return [
    autocompletion({ override: [source], icons: false, maxRenderedOptions: 60, optionClass: classOf }),
    closeBrackets(),
    keymap.of(closeBracketsKeymap),
  ];
}

function source(context: CompletionContext): CompletionResult | null {
  if (context.state.readOnly) return null;
  const text = context.state.doc.toString();
  const found = offersAt(text, context.pos, boardStore.getState());
  if (!found || found.offers.length === 0) return null;
  const typed = text.slice(found.from, context.pos);
  // Nothing opens by itself before a letter, nor over a word that is whole: Enter must then begin a new line.
  const whole = found.offers.some(({ label, kind }) => kind === "value" && label === text.slice(found.from, found.to));
  if (!context.explicit && (typed === "" || whole)) return null;
  return { from: found.from, to: found.to, options: found.offers.map(option) };
}

const BOOST = { field: 2, label: 2, value: 2, block: -2 };

function option(offer: Offer, place: number): Completion {
  return {
    label: offer.label,
    type: offer.kind,
    // The order of the list is the order in which people write; CodeMirror would sort by name.
    boost: BOOST[offer.kind] * 20 - Math.min(place, 39),
    apply: (view, picked, from, to) => write(view, offer, picked, from, to),
    ...(offer.detail ? { detail: offer.detail } : {}),
    ...(offer.doc ? { info: offer.doc } : {}),
  };
}

function write(view: EditorView, offer: Offer, picked: Completion, from: number, to: number): void {
  const line = view.state.doc.lineAt(from);
  const indented = /^\s*/.exec(line.text)?.[0].length ?? 0;
  // CodeMirror indents the lines of a snippet as deep as their first line; behind a hyphen that is not deep enough.
  const pad = " ".repeat(Math.max(0, from - line.from - indented));
  // Without a place for it the caret would stay in front of what was written.
  const template = offer.template.includes("#{") ? offer.template : `${offer.template}#{}`;
  snippet(template.replaceAll("\n", `\n${pad}`))(view, picked, from, to);
  if (offer.more) startCompletion(view);
}

function classOf({ type }: Completion): string {
  return `yaml-offer yaml-offer--${type}`;
}
