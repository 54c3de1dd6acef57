import { openDialog } from "@/store/ui";
import { say } from "@/texts/commands";
import type { Command } from "../command";

export const command: Command = {
  name: "make-lesson",
  label: say.makeALessonOfThisBoard,
  icon: "pencil",
  group: "file",
  enabled: ({ board }) => board.role === "owner" && board.lesson === null && board.ownLesson === null,
  run: () => openDialog({ name: "make-lesson" }),
};
