import { uiStore } from "@/store/ui";
import type { Command } from "../command";

export const command: Command = {
  name: "present",
  label: "Present the board",
  icon: "present",
  group: "view",
  shortcuts: ["Alt+Shift+P"],
  labelFor: ({ ui }) => (ui.mode === "present" ? "Stop presenting" : "Present the board"),
  run: ({ ui }) => uiStore.setState({ mode: ui.mode === "present" ? "work" : "present", tool: "select" }),
};
