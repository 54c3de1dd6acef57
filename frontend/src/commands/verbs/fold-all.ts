import { foldsStore, setFolded } from "@/store/folds";
import { say } from "@/texts/commands";
import type { Command } from "../command";

export const command: Command = {
  name: "fold-all",
  label: say.foldEveryNamespace,
  icon: "fold",
  group: "view",
  enabled: ({ board }) => Object.keys(board.namespaces).some((id) => !foldsStore.getState().byHand.has(id)),
  run: ({ board }) => setFolded(Object.keys(board.namespaces), true),
};
