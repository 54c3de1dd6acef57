import type { Ref } from "@/model/records";
import { select } from "@/store/ui";
import { say } from "@/texts/commands";
import type { Command } from "../command";

export const command: Command = {
  name: "select-all",
  label: say.selectAll,
  icon: "select",
  group: "edit",
  looks: true,
  shortcuts: ["Mod+A"],
  run: ({ board }) => {
    const tables = ["namespaces", "pods", "hosts"] as const;
    select(tables.flatMap((table) => Object.keys(board[table]).map((id): Ref => ({ table, id }))));
  },
};
