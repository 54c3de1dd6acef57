import { type KeyboardEvent, type PointerEvent, useState } from "react";

const LEAST = 120;
const STEP = 24;
/** What stays for the canvas above. */
const ABOVE = 260;

/** The upper edge of the dock: drag it, or press the up and down arrows on it; a double click gives it back. */
export function DockHandle() {
  const [height, setHeight] = useState<number | null>(null);
  const resize = (wanted: number | null) => {
    const most = Math.max(LEAST, window.innerHeight - ABOVE);
    const next = wanted === null ? null : Math.round(Math.min(Math.max(wanted, LEAST), most));
    setHeight(next);
    const { style } = document.documentElement;
    if (next === null) style.removeProperty("--dock-height");
    else style.setProperty("--dock-height", `${next}px`);
  };
  const heightNow = (element: Element) => element.closest(".dock")?.clientHeight ?? LEAST;
  const drag = (event: PointerEvent<HTMLHRElement>) => {
    const bottom = event.currentTarget.closest(".dock")?.getBoundingClientRect().bottom;
    if (bottom !== undefined && event.currentTarget.hasPointerCapture(event.pointerId)) resize(bottom - event.clientY);
  };
  const press = (event: KeyboardEvent<HTMLHRElement>) => {
    const step = { ArrowUp: STEP, ArrowDown: -STEP }[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    resize(heightNow(event.currentTarget) + step);
  };
  return (
    <hr
      aria-label="Height of this part"
      aria-orientation="horizontal"
      aria-valuemin={LEAST}
      aria-valuenow={height ?? undefined}
      className="dock__handle"
      onDoubleClick={() => resize(null)}
      onKeyDown={press}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      tabIndex={0}
    />
  );
}
