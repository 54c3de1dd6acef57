import { uiStore } from "@/store/ui";
import { say } from "@/texts/commands";
import type { Command } from "../command";

export const command: Command = {
  name: "toggle-right",
  label: say.showOrHideTheRightPanel,
  icon: "panel-right",
  group: "view",
  labelFor: ({ ui }) => (ui.rightOpen ? say.hideTheRightPanel : say.showTheRightPanel),
  run: ({ ui }) => uiStore.setState({ rightOpen: !ui.rightOpen, mode: "work" }),
};
