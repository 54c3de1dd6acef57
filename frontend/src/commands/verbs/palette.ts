import { openDialog } from "@/store/ui";
import type { Command } from "../command";

export const command: Command = {
  name: "palette",
  label: "Search or run a command",
  icon: "search",
  group: "help",
  shortcuts: ["Mod+K", "Mod+Shift+P", "Mod+F"],
  run: () => openDialog({ name: "palette" }),
};
