import { lookAway, lookingStore } from "@/store/looking";
import { openDialog, select, uiStore } from "@/store/ui";
import type { Command } from "../command";

export const command: Command = {
  name: "leave",
  label: "Select nothing",
  icon: "close",
  group: "edit",
  looks: true,
  shortcuts: ["Escape"],
  run: ({ ui }) => {
    if (ui.dialog) openDialog(null);
    else if (ui.tool !== "select") uiStore.setState({ tool: "select" });
    else if (lookingStore.getState().looking?.kind === "compare") lookAway("compare");
    else select([]);
  },
};
