import { type ReactNode, useEffect } from "react";
import { uiStore } from "@/store/ui";

type LightsProps = { ids: readonly string[]; words: string; as: "selected" | "peer"; children: ReactNode };

const dark = () => uiStore.setState({ caretLit: null });

/** Lights up on the canvas whom a part of the form speaks of, while the focus is in it. */
export function Lights({ ids, words, as, children }: LightsProps) {
  useEffect(() => dark, []);
  const light = () => uiStore.setState({ caretLit: { by: "caret", ids: new Set(ids), role: as, words } });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears of the focus of the fields inside
    <div onBlur={dark} onFocus={light}>
      {children}
    </div>
  );
}
