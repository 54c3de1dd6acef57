import { openDialog } from "@/store/ui";
import type { Command } from "../command";

export const command: Command = {
  name: "make-lesson",
  label: "Make a lesson of this board",
  icon: "pencil",
  group: "file",
  enabled: ({ board }) => board.role === "owner" && board.lesson === null && board.ownLesson === null,
  run: () => openDialog({ name: "make-lesson" }),
};
