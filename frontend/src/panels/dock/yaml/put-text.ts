import { ChangeSet } from "@codemirror/state";
import { difference } from "@/sync/difference";
import { saveText, typeText, watchText } from "@/sync/session";
import { openView } from "./policy-text";

/** Puts a whole text into a policy's editor, as if it were typed there: undo in the editor takes it back. */
export function putText(policy: string, text: string): void {
  const view = openView(policy);
  if (view) {
    view.dispatch({ changes: difference(view.state.doc.toString(), text), userEvent: "input" });
    view.focus();
    return;
  }
  const { text: shared, stop } = watchText(policy, () => undefined);
  const shown = shared.shown.toString();
  if (shown !== text) typeText(policy, ChangeSet.of(difference(shown, text), shown.length));
  saveText(policy);
  stop();
}
