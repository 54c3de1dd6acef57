import { openDialog } from "@/store/ui";
import { say } from "@/texts/commands";
import type { Command } from "../command";

export const command: Command = {
  name: "palette",
  label: say.searchOrRunACommand,
  icon: "search",
  group: "help",
  shortcuts: ["Mod+K", "Mod+Shift+P", "Mod+F"],
  run: () => openDialog({ name: "palette" }),
};
