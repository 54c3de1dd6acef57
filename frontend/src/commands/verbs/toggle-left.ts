import { uiStore } from "@/store/ui";
import type { Command } from "../command";

export const command: Command = {
  name: "toggle-left",
  label: "Show or hide the left panel",
  icon: "panel-left",
  group: "view",
  labelFor: ({ ui }) => (ui.leftOpen ? "Hide the left panel" : "Show the left panel"),
  run: ({ ui }) => uiStore.setState({ leftOpen: !ui.leftOpen, mode: "work" }),
};
