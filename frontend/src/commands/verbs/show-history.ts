import { uiStore } from "@/store/ui";
import { say } from "@/texts/commands";
import type { Command } from "../command";

export const command: Command = {
  name: "show-history",
  label: say.showTheHistory,
  icon: "dock",
  group: "view",
  run: () => uiStore.setState({ dockTab: "history", dockOpen: true, mode: "work" }),
};
