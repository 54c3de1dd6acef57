import type { Ref } from "@/model/records";
import { select } from "@/store/ui";
import type { Command } from "../command";

export const command: Command = {
  name: "select-all",
  label: "Select all",
  icon: "select",
  group: "edit",
  looks: true,
  shortcuts: ["Mod+A"],
  run: ({ board }) => {
    const tables = ["namespaces", "pods", "hosts"] as const;
    select(tables.flatMap((table) => Object.keys(board[table]).map((id): Ref => ({ table, id }))));
  },
};
