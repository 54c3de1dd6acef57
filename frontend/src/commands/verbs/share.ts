import { openDialog } from "@/store/ui";
import { say } from "@/texts/commands";
import type { Command } from "../command";

export const command: Command = {
  name: "share",
  label: say.shareTheBoard,
  icon: "people",
  group: "file",
  looks: true,
  enabled: ({ board }) => board.role === "owner",
  run: () => openDialog({ name: "share" }),
};
