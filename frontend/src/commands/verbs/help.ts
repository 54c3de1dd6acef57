import { openDialog } from "@/store/ui";
import type { Command } from "../command";

export const command: Command = {
  name: "help",
  label: "Keys and gestures",
  icon: "question",
  group: "help",
  shortcuts: ["?"],
  run: () => openDialog({ name: "help" }),
};
