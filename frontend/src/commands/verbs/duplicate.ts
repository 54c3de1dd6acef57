import { newId } from "@/model/ids";
import { select } from "@/store/ui";
import { say } from "@/texts/commands";
import type { Command } from "../command";
import { selectedBoxes } from "../moving";
import { freeShift } from "../placing";

export const command: Command = {
  name: "duplicate",
  label: say.duplicate,
  icon: "duplicate",
  group: "edit",
  makes: "pods",
  shortcuts: ["Mod+D"],
  enabled: (view) => selectedBoxes(view).size > 0,
  run: async (view) => {
    const ids = selectedBoxes(view);
    const copies = view.ui.selection.filter(({ id }) => ids.has(id)).map((ref) => ({ ref, copy: newId() }));
    const items = copies.map(({ ref, copy }) => ({ id: ref.id, new_id: copy }));
    if (!(await view.send("duplicate", { items, ...freeShift(view, [...ids.values()]) }))) return;
    select(copies.map(({ ref, copy }) => ({ table: ref.table, id: copy })));
  },
};
