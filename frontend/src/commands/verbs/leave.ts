import { lookAway, lookingStore } from "@/store/looking";
import { openDialog, select, uiStore } from "@/store/ui";
import { say } from "@/texts/commands";
import type { Command } from "../command";

export const command: Command = {
  name: "leave",
  label: say.leaveWhatIsOpenOrSelect,
  icon: "close",
  group: "edit",
  looks: true,
  shortcuts: ["Escape"],
  run: ({ ui }) => {
    const { looking } = lookingStore.getState();
    if (ui.dialog) openDialog(null);
    else if (ui.tool !== "select") uiStore.setState({ tool: "select" });
    else if (ui.mode === "present") uiStore.setState({ mode: "work" });
    else if (looking?.kind === "compare") (looking.leave ?? (() => lookAway("compare")))();
    else if (ui.mode === "zen" && ui.selection.length === 0) uiStore.setState({ mode: "work" });
    else select([]);
  },
};
