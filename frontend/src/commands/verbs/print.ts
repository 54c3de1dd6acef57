import { openDialog } from "@/store/ui";
import { say } from "@/texts/commands";
import type { Command } from "../command";

export const command: Command = {
  name: "print",
  label: say.print,
  icon: "print",
  group: "file",
  looks: true,
  shortcuts: ["Mod+P"],
  run: () => openDialog({ name: "print" }),
};
