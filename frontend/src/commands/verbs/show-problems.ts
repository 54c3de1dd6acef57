import { uiStore } from "@/store/ui";
import type { Command } from "../command";

export const command: Command = {
  name: "show-problems",
  label: "Show the problems",
  icon: "dock",
  group: "view",
  run: () => uiStore.setState({ dockTab: "problems", dockOpen: true, mode: "work" }),
};
