import { uiStore } from "@/store/ui";
import { say } from "@/texts/commands";
import type { Command } from "../command";

export const command: Command = {
  name: "zen",
  label: say.hideAllPanels,
  icon: "zen",
  group: "view",
  shortcuts: ["Mod+."],
  labelFor: ({ ui }) => (ui.mode === "zen" ? say.showThePanelsAgain : say.hideAllPanels),
  run: ({ ui }) => uiStore.setState({ mode: ui.mode === "zen" ? "work" : "zen" }),
};
