import { openDialog } from "@/store/ui";
import { say } from "@/texts/commands";
import type { Command } from "../command";

export const command: Command = {
  name: "import",
  label: say.importManifests,
  icon: "upload",
  group: "file",
  tool: "yaml",
  shortcuts: ["Mod+I"],
  run: () => openDialog({ name: "import" }),
};
