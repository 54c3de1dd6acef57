import { insertNewlineAndIndent } from "@codemirror/commands";
import type { Command, EditorView } from "@codemirror/view";
import { fieldAt } from "../schema/field";
import { POLICY } from "../schema/policy";
import type { YamlDocument } from "../structure/nodes";
import { documentAt, documentsOf } from "../structure/read";
import { spotAt } from "../structure/spot";
import { listsStandDeeper } from "./list-style";

const LINE = /^(?<indent> *)(?<hyphens>(?:- +)*)(?<rest>.*)$/;

/** Enter: goes on as deep as what was written asks for. Below a list's key and behind a list's item the next hyphen
 * comes by itself; on an item that stayed empty the hyphen goes away again. */
export const newLine: Command = (view) => {
  const { state } = view;
  const { main, ranges } = state.selection;
  if (state.readOnly || ranges.length > 1 || !main.empty) return insertNewlineAndIndent(view);
  const line = state.doc.lineAt(main.head);
  const before = line.text.slice(0, main.head - line.from);
  const document = documentAt(documentsOf(state.doc), main.head);
  if (!document || line.text.slice(before.length).trim() !== "") return insertNewlineAndIndent(view);
  if (/^ *- *$/.test(before)) return emptied(view, line.from, before.indexOf("-"));
  const next = continuation(view, document, before, line.from);
  if (next === null) return insertNewlineAndIndent(view);
  view.dispatch(state.replaceSelection(`\n${next}`), { scrollIntoView: true, userEvent: "input" });
  return true;
};

function emptied(view: EditorView, from: number, column: number): boolean {
  const { head } = view.state.selection.main;
  view.dispatch({
    changes: { from: from + column, to: head },
    selection: { anchor: from + column },
    userEvent: "delete",
  });
  return true;
}

/** What the next line begins with; null where this text has no opinion: in flow style, comments and block texts. */
function continuation(view: EditorView, document: YamlDocument, before: string, from: number): string | null {
  const { indent = "", hyphens = "", rest = "" } = LINE.exec(before)?.groups ?? {};
  const column = indent.length + hyphens.length;
  if (rest === "" || rest.startsWith("#")) return null;
  const spot = spotAt(document, from + column);
  if (!spot || spot.from !== from + column) return null;
  if (!/:\s*$/.test(rest)) return spot.on === "value" && hyphens !== "" ? indent + hyphens : " ".repeat(column);
  if (spot.on !== "key") return null;
  if (fieldAt(POLICY, spot.path)?.kind !== "list") return " ".repeat(column + 2);
  return `${" ".repeat(column + (listsStandDeeper(view.state.doc) ? 2 : 0))}- `;
}
