import { useEffect, useId, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { Button } from "@/panels/parts/Button";
import { useBoard } from "@/store/use";
import { say } from "@/texts/print";
import { Connections } from "./Connections";
import { Picture } from "./Picture";
import { Policies } from "./Policies";
import "./print-view.css";

const PARTS = [
  { part: "picture", label: say.theCanvas },
  { part: "connections", label: say.whoReachesWhom },
  { part: "policies", label: say.policies },
] as const;
type Part = (typeof PARTS)[number]["part"];

/** The board on paper: looked at first, then printed. On paper nothing else of the page is left, and all is light. */
export function PrintView({ onClose }: { onClose: () => void }) {
  const name = useBoard((state) => state.board?.name ?? "");
  const revision = useBoard((state) => state.revision);
  const [parts, setParts] = useState<ReadonlySet<Part>>(new Set(PARTS.map(({ part }) => part)));
  const [drawn, setDrawn] = useState(false);
  const view = useRef<HTMLDivElement>(null);
  const heading = useId();
  useAlone(view);
  const toggle = (part: Part) => {
    const left = new Set(parts);
    if (!left.delete(part)) left.add(part);
    setParts(left);
  };
  const day = new Date().toLocaleDateString("en", { dateStyle: "long" });
  const source = say.revision(name, revision, day);
  return createPortal(
    // No <dialog>: one of the browser's top layer is cut off after the first page
    <div
      aria-labelledby={heading}
      aria-modal="true"
      className="print-view"
      onKeyDown={(event) => event.key === "Escape" && onClose()}
      ref={view}
      role="dialog"
      tabIndex={-1}
    >
      <header className="print-view__bar">
        <h2 id={heading}>{say.print}</h2>
        {PARTS.map(({ part, label }) => (
          <label key={part}>
            <input checked={parts.has(part)} onChange={() => toggle(part)} type="checkbox" /> {label}
          </label>
        ))}
        <span className="print-view__space" />
        <Button onClick={onClose}>{say.close}</Button>
        <Button
          disabled={parts.size === 0 || (parts.has("picture") && !drawn)}
          look="primary"
          onClick={() => window.print()}
        >
          {say.print}
        </Button>
      </header>
      <div className="print-view__pages paper">
        {parts.has("picture") && <Picture onDrawn={setDrawn} source={source} />}
        {parts.has("connections") && <Connections source={source} />}
        {parts.has("policies") && <Policies source={source} />}
        {parts.size === 0 && <p className="print-view__none">{say.chooseAtLeastOnePartTo}</p>}
      </div>
    </div>,
    document.body,
  );
}

/** While the view is there, nothing behind it can be reached; then the focus goes back to where it was. */
function useAlone(view: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = document.getElementById("root");
    const before = document.activeElement;
    root?.toggleAttribute("inert", true);
    view.current?.focus();
    return () => {
      root?.toggleAttribute("inert", false);
      if (before instanceof HTMLElement) before.focus();
    };
  }, [view]);
}
