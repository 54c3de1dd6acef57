import { type RefObject, useLayoutEffect, useState } from "react";

/** The stretch of a scrolling element that can be seen, in its own pixels. */
export interface Stretch {
  left: number;
  top: number;
  width: number;
  height: number;
}

// What is seen is rounded to steps, so that not every pixel of scrolling renders anew.
const STEP = 64;
const NOTHING: Stretch = { left: 0, top: 0, width: 0, height: 0 };

/** Follows the element's scrolling and size. The same object while it stays within a step. */
export function useStretch(element: RefObject<HTMLElement | null>): Stretch {
  const [stretch, setStretch] = useState(NOTHING);
  useLayoutEffect(() => {
    const scroller = element.current;
    if (!scroller) return;
    const look = () => setStretch((before) => changed(before, stretchOf(scroller)));
    look();
    const observer = new ResizeObserver(look);
    observer.observe(scroller);
    scroller.addEventListener("scroll", look, { passive: true });
    return () => {
      observer.disconnect();
      scroller.removeEventListener("scroll", look);
    };
  }, [element]);
  return stretch;
}

function stretchOf({ scrollLeft, scrollTop, clientWidth, clientHeight }: HTMLElement): Stretch {
  const down = (value: number) => Math.floor(value / STEP) * STEP;
  const up = (value: number) => Math.ceil(value / STEP + 1) * STEP;
  return { left: down(scrollLeft), top: down(scrollTop), width: up(clientWidth), height: up(clientHeight) };
}

function changed(before: Stretch, after: Stretch): Stretch {
  const same = (Object.keys(after) as (keyof Stretch)[]).every((key) => before[key] === after[key]);
  return same ? before : after;
}
