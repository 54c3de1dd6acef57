import { foldsStore, setFolded } from "@/store/folds";
import type { Command } from "../command";

export const command: Command = {
  name: "fold-all",
  label: "Fold every namespace",
  icon: "fold",
  group: "view",
  enabled: ({ board }) => Object.keys(board.namespaces).some((id) => !foldsStore.getState().byHand.has(id)),
  run: ({ board }) => setFolded(Object.keys(board.namespaces), true),
};
