import { uiStore } from "@/store/ui";
import { say } from "@/texts/commands";
import type { Command } from "../command";

export const command: Command = {
  name: "show-reachability",
  label: say.showTheReachabilityTable,
  icon: "dock",
  group: "view",
  run: () => uiStore.setState({ dockTab: "reachability", dockOpen: true, mode: "work" }),
};
