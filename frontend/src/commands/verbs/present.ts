import { uiStore } from "@/store/ui";
import { say } from "@/texts/commands";
import type { Command } from "../command";

export const command: Command = {
  name: "present",
  label: say.presentTheBoard,
  icon: "present",
  group: "view",
  shortcuts: ["Alt+Shift+P"],
  labelFor: ({ ui }) => (ui.mode === "present" ? say.stopPresenting : say.presentTheBoard),
  run: ({ ui }) => uiStore.setState({ mode: ui.mode === "present" ? "work" : "present", tool: "select" }),
};
