import type { KeyboardEvent, PointerEvent } from "react";
import { LEAST, setDockHeight, useDockHeight } from "./height";

const STEP = 24;

/** The upper edge of the dock: drag it, or press the up and down arrows on it; a double click gives it back. */
export function DockHandle() {
  const height = useDockHeight();
  const heightNow = (element: Element) => element.closest(".dock")?.clientHeight ?? LEAST;
  const drag = (event: PointerEvent<HTMLHRElement>) => {
    const bottom = event.currentTarget.closest(".dock")?.getBoundingClientRect().bottom;
    if (bottom !== undefined && event.currentTarget.hasPointerCapture(event.pointerId))
      setDockHeight(bottom - event.clientY);
  };
  const press = (event: KeyboardEvent<HTMLHRElement>) => {
    const step = { ArrowUp: STEP, ArrowDown: -STEP }[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    setDockHeight(heightNow(event.currentTarget) + step);
  };
  return (
    <hr
      aria-label="Height of this part"
      aria-orientation="horizontal"
      aria-valuemin={LEAST}
      aria-valuenow={height ?? undefined}
      className="dock__handle"
      onDoubleClick={() => setDockHeight(null)}
      onKeyDown={press}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      tabIndex={0}
    />
  );
}
