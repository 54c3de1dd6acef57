import { uiStore } from "@/store/ui";
import type { Command } from "../command";

export const command: Command = {
  name: "tool-select",
  label: "Select: drag draws a box",
  icon: "select",
  group: "tool",
  looks: true,
  shortcuts: ["V"],
  run: () => uiStore.setState({ tool: "select" }),
};
