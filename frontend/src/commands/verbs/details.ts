import { uiStore } from "@/store/ui";
import { say } from "@/texts/commands";
import type { Command } from "../command";

/** The element of the panel that shows what is selected. */
export const DETAILS = "details";

export const command: Command = {
  name: "details",
  label: say.goToTheDetailsOfThe,
  icon: "pencil",
  group: "view",
  shortcuts: ["F6"],
  enabled: ({ ui }) => ui.selection.length > 0 || ui.pair !== null,
  run: () => {
    uiStore.setState({ rightOpen: true });
    // A panel that was hidden takes the focus once it is there.
    requestAnimationFrame(() => document.getElementById(DETAILS)?.focus());
  },
};
