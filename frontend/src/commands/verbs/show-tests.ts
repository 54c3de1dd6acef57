import { uiStore } from "@/store/ui";
import { say } from "@/texts/commands";
import type { Command } from "../command";

export const command: Command = {
  name: "show-tests",
  label: say.showTheTests,
  icon: "dock",
  group: "view",
  run: () => uiStore.setState({ dockTab: "tests", dockOpen: true, mode: "work" }),
};
