import { openDialog } from "@/store/ui";
import { say } from "@/texts/commands";
import type { Command } from "../command";
import { pasteText } from "../pasting";

export const command: Command = {
  name: "paste",
  label: say.pasteManifests,
  icon: "upload",
  group: "edit",
  tool: "yaml",
  makes: "pods",
  native: true,
  shortcuts: ["Mod+V"],
  run: async (view) => {
    try {
      await pasteText(view, await navigator.clipboard.readText());
    } catch {
      // The browser does not let pages read the clipboard: a field does.
      openDialog({ name: "import" });
    }
  },
};
