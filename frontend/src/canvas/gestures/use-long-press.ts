import { type PointerEvent, useEffect, useRef } from "react";

const LONG_MS = 500;
// In pixels of the screen: a finger is never quite still.
const STILL = 10;

type Rested = Pick<PointerEvent, "target" | "clientX" | "clientY" | "nativeEvent">;

/** A finger that rests on something for half a second asks for its menu, as the right mouse button does. A second
 * finger, moving or lifting calls it off. */
export function useLongPress(open: (target: EventTarget, at: Rested) => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const began = useRef({ x: 0, y: 0 });
  useEffect(() => () => clearTimeout(timer.current), []);
  const stop = () => clearTimeout(timer.current);
  return {
    stop,
    down: ({ pointerType, isPrimary, target, clientX, clientY, nativeEvent }: PointerEvent) => {
      stop();
      if (pointerType !== "touch" || !isPrimary) return;
      began.current = { x: clientX, y: clientY };
      timer.current = setTimeout(() => {
        swallowClick();
        open(target, { target, clientX, clientY, nativeEvent });
      }, LONG_MS);
    },
    move: ({ clientX, clientY }: PointerEvent) => {
      if (Math.hypot(clientX - began.current.x, clientY - began.current.y) > STILL) stop();
    },
  };
}

/** Lifting the finger is a click for the browser: it must not choose the entry that came to stand under it. */
function swallowClick(): void {
  const swallow = (event: Event) => {
    event.stopPropagation();
    event.preventDefault();
  };
  window.addEventListener("click", swallow, { capture: true, once: true });
  window.addEventListener("pointerdown", () => window.removeEventListener("click", swallow, true), {
    capture: true,
    once: true,
  });
}
