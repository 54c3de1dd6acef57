import { uiStore } from "@/store/ui";
import { say } from "@/texts/commands";
import type { Command } from "../command";

export const command: Command = {
  name: "toggle-dock",
  label: say.showOrHideThePartBelow,
  icon: "dock",
  group: "view",
  labelFor: ({ ui }) => (ui.dockOpen ? say.hideThePartBelowTheCanvas : say.showThePartBelowTheCanvas),
  run: ({ ui }) => uiStore.setState({ dockOpen: !ui.dockOpen, mode: "work" }),
};
