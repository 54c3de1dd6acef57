import { uiStore } from "@/store/ui";
import type { Command } from "../command";

export const command: Command = {
  name: "tool-hand",
  label: "Hand: drag moves the view",
  icon: "hand",
  group: "tool",
  looks: true,
  shortcuts: ["H"],
  run: () => uiStore.setState({ tool: "hand" }),
};
