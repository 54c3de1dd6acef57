import { uiStore } from "@/store/ui";
import type { Command } from "../command";

export const command: Command = {
  name: "show-reachability",
  label: "Show the reachability table",
  icon: "dock",
  group: "view",
  run: () => uiStore.setState({ dockTab: "reachability", dockOpen: true, mode: "work" }),
};
