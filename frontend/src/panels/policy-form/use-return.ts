import { type RefObject, useEffect, useRef } from "react";

/** Gives the focus to the button that opened some fields once they are closed and it is there again. */
export function useReturn(open: boolean, button: RefObject<HTMLElement | null>): void {
  const was = useRef(open);
  useEffect(() => {
    if (was.current && !open) button.current?.focus();
    was.current = open;
  }, [open, button]);
}
