import { openDialog } from "@/store/ui";
import { say } from "@/texts/commands";
import type { Command } from "../command";

export const command: Command = {
  name: "help",
  label: say.keysAndGestures,
  icon: "question",
  group: "help",
  shortcuts: ["?"],
  run: () => openDialog({ name: "help" }),
};
