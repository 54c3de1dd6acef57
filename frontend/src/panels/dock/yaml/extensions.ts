import { completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, codeFolding, foldGutter, indentOnInput } from "@codemirror/language";
import { lintGutter } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState, type Extension } from "@codemirror/state";
import {
  crosshairCursor,
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
  rectangularSelection,
} from "@codemirror/view";
import { brackets } from "./brackets/brackets";
import { caretsField } from "./carets";
import { completion } from "./completion/completion";
import { indentGuides } from "./editing/indent-guides";
import { editorKeys } from "./editing/keys";
import { yamlHighlighting } from "./highlighting";
import { hover } from "./hover/hover";
import { marksField } from "./marks";
import { caretLight } from "./meaning/caret-light";

/** The page's policy lets only styles with this nonce in; CodeMirror writes its own. */
function nonce(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]');
  return meta?.nonce || meta?.content || "";
}

/** Everything of the YAML editor that does not depend on the policy shown. */
export function editorExtensions(label: string): Extension {
  return [
    EditorView.cspNonce.of(nonce()),
    EditorView.contentAttributes.of({ tabindex: "0", "aria-label": label }),
    EditorState.allowMultipleSelections.of(true),
    EditorState.tabSize.of(2),
    lintGutter(),
    lineNumbers(),
    foldGutter({ openText: "⌄", closedText: "›" }),
    codeFolding(),
    brackets,
    history(),
    drawSelection(),
    rectangularSelection(),
    crosshairCursor(),
    highlightActiveLine(),
    highlightSelectionMatches(),
    bracketMatching(),
    indentOnInput(),
    indentGuides,
    completion(),
    hover,
    caretLight,
    search({ top: true }),
    yaml(),
    yamlHighlighting,
    marksField,
    caretsField,
    // What is open answers to its own keys first: Enter and Esc belong to the list of offers while it is there.
    keymap.of(completionKeymap),
    editorKeys,
    keymap.of([...searchKeymap, ...historyKeymap, ...defaultKeymap]),
  ];
}
