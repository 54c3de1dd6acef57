import type { Ref } from "@/model/records";
import type { BoardState } from "@/store/board";
import { type Lockable, lessonStore, whyLocked } from "@/store/lesson";
import { select } from "@/store/ui";
import { say } from "@/texts/commands";
import type { Command } from "../command";
import { offerBlock } from "../offer-block";

export const command: Command = {
  name: "delete",
  label: say.delete,
  icon: "trash",
  group: "edit",
  shortcuts: ["Delete", "Backspace"],
  enabled: ({ board, ui }) => ui.selection.length > 0 && !ui.selection.some((each) => isKept(board, each)),
  run: async ({ ui, board, send }) => {
    const ids = ui.selection.map(({ id }) => id);
    select([]);
    if (await send("delete", { ids })) offerBlock(board, ids);
  },
};

/** Whether a lesson leaves it as it is. */
function isKept({ policies }: BoardState, { table, id }: Ref): boolean {
  if (!isLockable(table)) return false;
  const policy = policies[id];
  return whyLocked(lessonStore.getState(), table, policy && `${policy.namespace}/${policy.name}`) !== null;
}

const isLockable = (table: Ref["table"]): table is Lockable =>
  table === "policies" || table === "pods" || table === "namespaces" || table === "hosts";
