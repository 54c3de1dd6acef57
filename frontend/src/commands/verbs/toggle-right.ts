import { uiStore } from "@/store/ui";
import type { Command } from "../command";

export const command: Command = {
  name: "toggle-right",
  label: "Show or hide the right panel",
  icon: "panel-right",
  group: "view",
  labelFor: ({ ui }) => (ui.rightOpen ? "Hide the right panel" : "Show the right panel"),
  run: ({ ui }) => uiStore.setState({ rightOpen: !ui.rightOpen, mode: "work" }),
};
