import { uiStore } from "@/store/ui";
import type { Command } from "../command";

export const command: Command = {
  name: "zen",
  label: "Hide all panels",
  icon: "zen",
  group: "view",
  shortcuts: ["Mod+."],
  labelFor: ({ ui }) => (ui.mode === "zen" ? "Show the panels again" : "Hide all panels"),
  run: ({ ui }) => uiStore.setState({ mode: ui.mode === "zen" ? "work" : "zen" }),
};
