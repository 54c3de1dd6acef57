import { uiStore } from "@/store/ui";
import { say } from "@/texts/commands";
import type { Command } from "../command";

export const command: Command = {
  name: "show-problems",
  label: say.showTheProblems,
  icon: "dock",
  group: "view",
  run: () => uiStore.setState({ dockTab: "problems", dockOpen: true, mode: "work" }),
};
