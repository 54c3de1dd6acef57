import { Panel, useReactFlow, useStoreApi } from "@xyflow/react";
import { type PointerEvent, useEffect, useRef } from "react";
import { contains, type XY } from "@/geometry/shapes";
import type { BoardNode } from "../nodes/build-nodes";
import { watchTheme } from "../paint/colours";
import { Overview, viewOf } from "./overview";
import { boardPoint, type Scale, SIZE } from "./scale";
import "./minimap.css";

const ZOOM_STEP = 0.002;

/** The whole board in a corner, with the view as a window in it: press to go there, drag the window, turn the wheel to
 * zoom. Painted, and no element for each pod: thousands of them would have to be asked at every step of panning. */
export function Minimap() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const overview = useRef<Overview>(null);
  const store = useStoreApi<BoardNode>();
  const flow = useReactFlow<BoardNode>();
  const held = useRef<{ scale: Scale; grip: XY } | null>(null);

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const made = new Overview(element);
    overview.current = made;
    let frame = 0;
    const paint = () => {
      frame = 0;
      made.paint(store.getState());
    };
    const soon = () => {
      frame ||= requestAnimationFrame(paint);
    };
    const recolour = () => {
      made.recolour();
      soon();
    };
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      void flow.zoomTo(flow.getZoom() * 2 ** (-event.deltaY * ZOOM_STEP));
    };
    element.addEventListener("wheel", wheel, { passive: false });
    const stops = [store.subscribe(soon), watchTheme(recolour)];
    soon();
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener("wheel", wheel);
      for (const stop of stops) stop();
    };
  }, [store, flow]);

  const press = (event: PointerEvent<HTMLCanvasElement>) => {
    if (event.button !== 0 || !overview.current) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    // The scale of this moment: it changes while the view is dragged beyond everything.
    const { scale } = overview.current;
    const point = boardPoint(scale, pointIn(event));
    const view = viewOf(store.getState());
    const middle = { x: view.x + view.width / 2, y: view.y + view.height / 2 };
    const inside = contains(view, point);
    held.current = { scale, grip: inside ? { x: middle.x - point.x, y: middle.y - point.y } : { x: 0, y: 0 } };
    if (!inside) centre(point);
  };
  const drag = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!held.current) return;
    const { scale, grip } = held.current;
    const point = boardPoint(scale, pointIn(event));
    centre({ x: point.x + grip.x, y: point.y + grip.y });
  };
  const centre = ({ x, y }: XY) => void flow.setCenter(x, y, { zoom: flow.getZoom() });
  const release = () => {
    held.current = null;
  };
  return (
    <Panel className="minimap" position="bottom-right">
      <canvas
        aria-label="Overview"
        onLostPointerCapture={release}
        onPointerDown={press}
        onPointerMove={drag}
        ref={canvas}
        role="img"
        style={SIZE}
      />
    </Panel>
  );
}

function pointIn(event: PointerEvent<HTMLCanvasElement>): XY {
  const { left, top } = event.currentTarget.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}
