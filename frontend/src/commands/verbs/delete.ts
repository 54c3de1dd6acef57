import { isLocked } from "@/store/lesson";
import { select } from "@/store/ui";
import type { Command } from "../command";

export const command: Command = {
  name: "delete",
  label: "Delete",
  icon: "trash",
  group: "edit",
  shortcuts: ["Delete", "Backspace"],
  enabled: ({ ui }) => ui.selection.length > 0 && !ui.selection.some(({ table }) => isLocked(table)),
  run: async ({ ui, send }) => {
    const ids = ui.selection.map(({ id }) => id);
    select([]);
    await send("delete", { ids });
  },
};
