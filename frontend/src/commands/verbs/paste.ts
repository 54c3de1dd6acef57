import { openDialog } from "@/store/ui";
import type { Command } from "../command";
import { pasteText } from "../pasting";

export const command: Command = {
  name: "paste",
  label: "Paste manifests",
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
