import { uiStore } from "@/store/ui";
import type { Command } from "../command";

export const command: Command = {
  name: "show-tests",
  label: "Show the tests",
  icon: "dock",
  group: "view",
  run: () => uiStore.setState({ dockTab: "tests", dockOpen: true, mode: "work" }),
};
