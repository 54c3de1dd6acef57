import { uiStore } from "@/store/ui";
import type { Command } from "../command";

export const command: Command = {
  name: "show-history",
  label: "Show the history",
  icon: "dock",
  group: "view",
  run: () => uiStore.setState({ dockTab: "history", dockOpen: true, mode: "work" }),
};
