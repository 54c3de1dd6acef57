import { openDialog } from "@/store/ui";
import type { Command } from "../command";

export const command: Command = {
  name: "print",
  label: "Print",
  icon: "print",
  group: "file",
  looks: true,
  shortcuts: ["Mod+P"],
  run: () => openDialog({ name: "print" }),
};
