import { uiStore } from "@/store/ui";
import { say } from "@/texts/commands";
import type { Command } from "../command";

export const command: Command = {
  name: "tool-select",
  label: say.selectDragDrawsABox,
  icon: "select",
  group: "tool",
  looks: true,
  shortcuts: ["V"],
  run: () => uiStore.setState({ tool: "select" }),
};
