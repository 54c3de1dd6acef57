import { openDialog } from "@/store/ui";
import type { Command } from "../command";

export const command: Command = {
  name: "import",
  label: "Import manifests",
  icon: "upload",
  group: "file",
  tool: "yaml",
  shortcuts: ["Mod+I"],
  run: () => openDialog({ name: "import" }),
};
