import type { Ref } from "@/model/records";
import { boardStore } from "@/store/board";
import { openDialog, select } from "@/store/ui";
import { isCopied, withFreeNames } from "./clipboard";
import type { View } from "./command";

/** What was copied from a canvas comes in at once, under free names, and is selected; other manifests are shown first. */
export async function pasteText(view: View, text: string): Promise<void> {
  if (!isCopied(text)) {
    openDialog({ name: "import", text });
    return;
  }
  const before = view.board;
  if (!(await view.send("import_manifests", { manifests: withFreeNames(text, before) }))) return;
  const after = boardStore.getState();
  const made = (["namespaces", "pods", "policies"] as const).flatMap((table) =>
    Object.keys(after[table]).flatMap((id): Ref[] => (id in before[table] ? [] : [{ table, id }])),
  );
  select(made);
}
