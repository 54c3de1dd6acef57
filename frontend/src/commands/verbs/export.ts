import { openDialog } from "@/store/ui";
import { say } from "@/texts/commands";
import type { Command } from "../command";

export const command: Command = {
  name: "export",
  label: say.export,
  icon: "download",
  group: "file",
  looks: true,
  shortcuts: ["Mod+E"],
  run: () => openDialog({ name: "export" }),
};
