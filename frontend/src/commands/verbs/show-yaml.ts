import { uiStore } from "@/store/ui";
import { say } from "@/texts/commands";
import type { Command } from "../command";

export const command: Command = {
  name: "show-yaml",
  label: say.showTheYaml,
  icon: "dock",
  group: "view",
  run: () => uiStore.setState({ dockTab: "yaml", dockOpen: true, mode: "work" }),
};
