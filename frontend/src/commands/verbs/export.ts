import { openDialog } from "@/store/ui";
import type { Command } from "../command";

export const command: Command = {
  name: "export",
  label: "Export",
  icon: "download",
  group: "file",
  looks: true,
  shortcuts: ["Mod+E"],
  run: () => openDialog({ name: "export" }),
};
