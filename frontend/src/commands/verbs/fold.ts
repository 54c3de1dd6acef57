import { foldsStore, setFolded } from "@/store/folds";
import { say } from "@/texts/commands";
import type { Command, View } from "../command";

export const command: Command = {
  name: "fold",
  label: say.foldOrUnfoldTheNamespace,
  icon: "fold",
  group: "view",
  shortcuts: ["Shift+F"],
  enabled: (view) => chosen(view).length > 0,
  labelFor: (view) => {
    const words = allFolded(chosen(view)) ? "Unfold" : "Fold";
    return chosen(view).length > 1 ? say.theNamespaces(words) : say.theNamespace(words);
  },
  run: (view) => {
    const namespaces = chosen(view);
    setFolded(namespaces, !allFolded(namespaces));
  },
};

/** The selected namespaces, and those of the selected pods. */
function chosen({ ui, board }: View): string[] {
  const ids = ui.selection.flatMap(({ table, id }) => {
    if (table === "namespaces") return [id];
    return table === "pods" ? (board.pods[id]?.namespace ?? []) : [];
  });
  return [...new Set(ids)];
}

function allFolded(namespaces: string[]): boolean {
  const { byHand } = foldsStore.getState();
  return namespaces.every((id) => byHand.has(id));
}
