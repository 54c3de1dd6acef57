import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { Button } from "@/panels/parts/Button";
import { endTour, goToStep, useTour } from "@/store/tour";
import { useUi } from "@/store/use";
import { say } from "@/texts/tour";
import { placeBeside, type Rect } from "./place-beside";
import { TOUR } from "./steps";
import "./tour.css";

/** The short tour: a card beside each part of the screen in turn. Nothing is blocked while it is shown. */
export function Tour() {
  const step = useTour((state) => state.step);
  const dialog = useUi((ui) => ui.dialog);
  return step === null || dialog ? null : <Stop key={step} step={step} />;
}

function Stop({ step }: { step: number }) {
  const stop = TOUR[step];
  const card = useRef<HTMLDivElement>(null);
  const [rect, setRect] = useState<Rect | null>(null);
  const heading = useId();
  const text = useId();
  useEffect(() => {
    const measure = () => setRect(rectOf(stop?.at ?? ""));
    measure();
    window.addEventListener("resize", measure);
    return () => window.removeEventListener("resize", measure);
  }, [stop]);
  useLayoutEffect(() => {
    const element = card.current;
    if (!element || !rect || !stop) return;
    const { width, height } = element.getBoundingClientRect();
    const { x, y } = placeBeside(rect, stop.side, { width, height }, { width: innerWidth, height: innerHeight });
    element.style.left = `${x}px`;
    element.style.top = `${y}px`;
    element.focus();
  }, [rect, stop]);
  if (!stop || !rect) return null;
  const last = step === TOUR.length - 1;
  const go = (to: number) => (to >= TOUR.length ? endTour() : goToStep(Math.max(0, to)));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") endTour();
    else if (event.key === "ArrowRight") go(step + 1);
    else if (event.key === "ArrowLeft") go(step - 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <div aria-hidden="true" className="tour__ring" style={{ ...rect }} />
      <div
        aria-describedby={text}
        aria-labelledby={heading}
        className="tour__card"
        onKeyDown={onKeyDown}
        ref={card}
        role="dialog"
        tabIndex={-1}
      >
        <p className="tour__count">{say.of(step + 1, TOUR.length)}</p>
        <h2 id={heading}>{stop.title}</h2>
        <p id={text}>{stop.text}</p>
        <div className="tour__ways">
          <Button look="quiet" onClick={endTour} small>
            {last ? say.close : say.skipTheTour}
          </Button>
          <span className="tour__space" />
          {step > 0 && (
            <Button onClick={() => go(step - 1)} small>
              {say.back}
            </Button>
          )}
          <Button look="primary" onClick={() => go(step + 1)} small>
            {last ? say.done : say.next}
          </Button>
        </div>
      </div>
    </>
  );
}

function rectOf(selector: string): Rect | null {
  const box = document.querySelector(selector)?.getBoundingClientRect();
  return box ? { left: box.left, top: box.top, width: box.width, height: box.height } : null;
}
