import { uiStore } from "@/store/ui";
import type { Command } from "../command";

export const command: Command = {
  name: "toggle-dock",
  label: "Show or hide the part below the canvas",
  icon: "dock",
  group: "view",
  labelFor: ({ ui }) => (ui.dockOpen ? "Hide the part below the canvas" : "Show the part below the canvas"),
  run: ({ ui }) => uiStore.setState({ dockOpen: !ui.dockOpen, mode: "work" }),
};
