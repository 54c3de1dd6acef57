import { foldsStore, setFolded } from "@/store/folds";
import type { Command } from "../command";

export const command: Command = {
  name: "unfold-all",
  label: "Unfold every namespace",
  icon: "unfold",
  group: "view",
  enabled: () => foldsStore.getState().byHand.size > 0,
  run: () => setFolded([...foldsStore.getState().byHand], false),
};
