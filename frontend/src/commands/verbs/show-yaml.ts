import { uiStore } from "@/store/ui";
import type { Command } from "../command";

export const command: Command = {
  name: "show-yaml",
  label: "Show the YAML",
  icon: "dock",
  group: "view",
  run: () => uiStore.setState({ dockTab: "yaml", dockOpen: true, mode: "work" }),
};
