import { startCompletion } from "@codemirror/autocomplete";
import {
  addCursorAbove,
  addCursorBelow,
  copyLineDown,
  indentLess,
  indentMore,
  moveLineDown,
  moveLineUp,
  toggleComment,
} from "@codemirror/commands";
import { foldAll, foldCode, unfoldAll, unfoldCode } from "@codemirror/language";
import { nextDiagnostic, previousDiagnostic } from "@codemirror/lint";
import { openSearchPanel, selectNextOccurrence } from "@codemirror/search";
import { type Command, type KeyBinding, keymap } from "@codemirror/view";
import { explain, stopExplaining } from "../hover/hover";
import { newLine } from "./new-line";
import "./editing.css";

interface EditorKey {
  label: string;
  /** As in the list of commands: "Mod+Shift+0". Several are alternatives. */
  shortcuts: string[];
  run: Command;
}

/** What the YAML editor does by keys. The help dialog reads this list, and the editor binds it. */
export const EDITOR_KEYS: readonly EditorKey[] = [
  { label: "Complete the word", shortcuts: ["Ctrl+Space"], run: startCompletion },
  { label: "Explain what is at the caret", shortcuts: ["F1", "Mod+Shift+Space"], run: explain },
  { label: "Next problem", shortcuts: ["F8"], run: nextDiagnostic },
  { label: "Previous problem", shortcuts: ["Shift+F8"], run: previousDiagnostic },
  { label: "Find in the text", shortcuts: ["Mod+F"], run: openSearchPanel },
  { label: "Turn lines into comments, and back", shortcuts: ["Mod+/"], run: toggleComment },
  { label: "Indent more", shortcuts: ["Tab"], run: indentMore },
  { label: "Indent less", shortcuts: ["Shift+Tab"], run: indentLess },
  { label: "Fold the block", shortcuts: ["Mod+Shift+["], run: foldCode },
  { label: "Unfold the block", shortcuts: ["Mod+Shift+]"], run: unfoldCode },
  { label: "Fold all", shortcuts: ["Ctrl+Alt+["], run: foldAll },
  { label: "Unfold all", shortcuts: ["Ctrl+Alt+]"], run: unfoldAll },
  { label: "Move the line up", shortcuts: ["Alt+ArrowUp"], run: moveLineUp },
  { label: "Move the line down", shortcuts: ["Alt+ArrowDown"], run: moveLineDown },
  { label: "Copy the line below", shortcuts: ["Shift+Alt+ArrowDown"], run: copyLineDown },
  { label: "Another caret above", shortcuts: ["Mod+Alt+ArrowUp"], run: addCursorAbove },
  { label: "Another caret below", shortcuts: ["Mod+Alt+ArrowDown"], run: addCursorBelow },
  { label: "Select the next like it too", shortcuts: ["Mod+D"], run: selectNextOccurrence },
];

/** How to leave the editor without a mouse, as Tab indents. */
export const LEAVING = "Esc, then Tab leaves the editor.";

const SILENT: KeyBinding[] = [
  { key: "Enter", run: newLine },
  { key: "Escape", run: stopExplaining },
];

export const editorKeys = keymap.of([
  ...EDITOR_KEYS.flatMap(({ shortcuts, run }) =>
    shortcuts.map((each) => ({ key: bound(each), run, preventDefault: true })),
  ),
  ...SILENT,
]);

/** "Mod+Shift+[" as CodeMirror writes it. */
function bound(shortcut: string): string {
  const parts = shortcut.split("+");
  const key = parts.pop() ?? "";
  return [...parts, key.length === 1 ? key.toLowerCase() : key].join("-");
}
