import { uiStore } from "@/store/ui";
import { say } from "@/texts/commands";
import type { Command } from "../command";

export const command: Command = {
  name: "toggle-left",
  label: say.showOrHideTheLeftPanel,
  icon: "panel-left",
  group: "view",
  labelFor: ({ ui }) => (ui.leftOpen ? say.hideTheLeftPanel : say.showTheLeftPanel),
  run: ({ ui }) => uiStore.setState({ leftOpen: !ui.leftOpen, mode: "work" }),
};
