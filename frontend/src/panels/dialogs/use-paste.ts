import { useEffect } from "react";
import { typing } from "@/commands/keys";
import { addNotice } from "@/store/board";
import { say } from "@/texts/dialogs";

// "kind" as a key, in YAML or in JSON.
const MANIFEST = /(^|[\s{,"'-])kind["']?\s*:/;

/** Takes manifests pasted anywhere on the page, unless a field has the caret: that takes its text itself. */
export function usePaste(onText: (text: string) => void, listens: boolean): void {
  useEffect(() => {
    if (!listens) return;
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (event.defaultPrevented || typing(event.target) || text.trim() === "") return;
      event.preventDefault();
      if (MANIFEST.test(text)) onText(text);
      else addNotice("info", say.whatWasPastedIsNoKubernetes);
    };
    window.addEventListener("paste", paste);
    return () => window.removeEventListener("paste", paste);
  }, [onText, listens]);
}
