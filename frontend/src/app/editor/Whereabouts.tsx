import { useEffect } from "react";
import { uiStore } from "@/store/ui";
import { tellPlace } from "@/sync/session";

/** Tells the others what this person has selected and opened, and which field they are in. */
export function Whereabouts() {
  useEffect(() => {
    const tell = () => {
      const { selection, openPolicy } = uiStore.getState();
      tellPlace({ selection: selection.map(({ id }) => id), policy: openPolicy });
    };
    tell();
    return uiStore.subscribe((now, before) => {
      if (now.selection !== before.selection || now.openPolicy !== before.openPolicy) tell();
    });
  }, []);

  useEffect(() => {
    const enter = ({ target }: FocusEvent) => {
      const [only] = uiStore.getState().selection;
      const field = target instanceof HTMLInputElement && target.closest(".right-panel") ? labelOf(target) : "";
      tellPlace({ editing: only && field ? { id: only.id, field: field.slice(0, 80) } : null });
    };
    const leave = () => tellPlace({ editing: null });
    window.addEventListener("focusin", enter);
    window.addEventListener("focusout", leave);
    return () => {
      window.removeEventListener("focusin", enter);
      window.removeEventListener("focusout", leave);
    };
  }, []);
  return null;
}

function labelOf(input: HTMLInputElement): string {
  return (input.labels?.[0]?.textContent ?? input.ariaLabel ?? "").trim();
}
