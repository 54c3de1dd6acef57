import { uiStore } from "@/store/ui";
import { say } from "@/texts/commands";
import type { Command } from "../command";

export const command: Command = {
  name: "tool-hand",
  label: say.handDragMovesTheView,
  icon: "hand",
  group: "tool",
  looks: true,
  shortcuts: ["H"],
  run: () => uiStore.setState({ tool: "hand" }),
};
