import { type RefObject, useEffect } from "react";

/** Tells the view of fingers that were lifted from a card. A pinch may have one finger on a card and one on the ground:
 * dragging the card keeps the end of its touch to itself, and the view would take that finger as resting for ever. */
export function usePinchEnds(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = root.current;
    if (!element || typeof TouchEvent === "undefined") return;
    const tell = ({ changedTouches, target }: TouchEvent) => {
      if (!(target instanceof Element) || !target.closest(".react-flow__node")) return;
      const ended = new TouchEvent("touchcancel", { changedTouches: [...changedTouches] });
      // After the card's own handlers: what was let go there is known by then.
      queueMicrotask(() => element.querySelector(".react-flow__renderer")?.dispatchEvent(ended));
    };
    element.addEventListener("touchend", tell, true);
    element.addEventListener("touchcancel", tell, true);
    return () => {
      element.removeEventListener("touchend", tell, true);
      element.removeEventListener("touchcancel", tell, true);
    };
  }, [root]);
}
