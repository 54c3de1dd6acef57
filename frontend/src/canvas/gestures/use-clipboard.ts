import { useEffect } from "react";
import { copied } from "@/commands/clipboard";
import { run } from "@/commands/command";
import { typing } from "@/commands/keys";
import { commandNamed } from "@/commands/list";
import { announce, boardStore, isReadOnly } from "@/store/board";
import { uiStore } from "@/store/ui";

/** Copies and cuts what is selected on the canvas, as manifests; text that is selected on the page goes first. */
export function useClipboard(): void {
  useEffect(() => {
    const take = (event: ClipboardEvent) => {
      if (event.defaultPrevented || typing(event.target) || document.getSelection()?.isCollapsed === false) return;
      const board = boardStore.getState();
      const { selection, dialog } = uiStore.getState();
      const text = dialog ? "" : copied(board, selection);
      const cut = event.type === "cut";
      if (!text || (cut && isReadOnly(board))) return;
      event.clipboardData?.setData("text/plain", text);
      event.preventDefault();
      announce(`${cut ? "Cut" : "Copied"} as manifests.`);
      if (cut) run(commandNamed("delete"));
    };
    document.addEventListener("copy", take);
    document.addEventListener("cut", take);
    return () => {
      document.removeEventListener("copy", take);
      document.removeEventListener("cut", take);
    };
  }, []);
}
