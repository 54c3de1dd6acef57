import { openDialog } from "@/store/ui";
import type { Command } from "../command";

export const command: Command = {
  name: "share",
  label: "Share the board",
  icon: "people",
  group: "file",
  looks: true,
  enabled: ({ board }) => board.role === "owner",
  run: () => openDialog({ name: "share" }),
};
