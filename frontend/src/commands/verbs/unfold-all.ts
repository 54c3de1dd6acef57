import { foldsStore, setFolded } from "@/store/folds";
import { say } from "@/texts/commands";
import type { Command } from "../command";

export const command: Command = {
  name: "unfold-all",
  label: say.unfoldEveryNamespace,
  icon: "unfold",
  group: "view",
  enabled: () => foldsStore.getState().byHand.size > 0,
  run: () => setFolded([...foldsStore.getState().byHand], false),
};
