import { useReactFlow } from "@xyflow/react";
import { type RefObject, useEffect } from "react";
import type { Route } from "@/geometry/arrows";
import { pointAt } from "@/geometry/curve";
import { distanceTo } from "@/geometry/hits";
import { contains, grown, type XY } from "@/geometry/shapes";
import { boardStore } from "@/store/board";
import { uiStore } from "@/store/ui";
import { canvasStore } from "./state";

const SHARES = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8];
const FEW_SHARES = [0.2, 0.45, 0.7];
// In pixels of the screen.
const CLEAR = 9;
const FEW = 80;
const OPEN_GROUND = ".react-flow__pane, .react-flow__node-frame, .frame";
const REST_MS = 350;

/** Writes into each entry where on the screen its arrow's line can be seen: "x,y x,y ...", in CSS pixels of the
 * window, only where neither cards, labels, panels nor other arrows lie. Written when the picture has come to rest. */
export function usePathPoints(list: RefObject<HTMLUListElement | null>): void {
  const flow = useReactFlow();
  useEffect(() => {
    const write = () => {
      const { drawing, arrows, arrowOf } = canvasStore.getState();
      const routes = [...drawing.routes.values()];
      // All is read before anything is written: each reading after a writing would lay the whole page out again.
      // A mixture shows no one verdict.
      const mixed = new Set(arrows.flatMap(({ id, outcome }) => (outcome === "mixed" ? [id] : [])));
      const screen = screenOf(flow);
      const texts = new Map(
        routes.flatMap((route) =>
          mixed.has(route.id) ? [] : [[route.id, visiblePoints(route, routes, screen)] as const],
        ),
      );
      for (const button of list.current?.querySelectorAll<HTMLElement>("[data-connection]") ?? []) {
        const text = texts.get(arrowOf.get(button.dataset.connection ?? "") ?? "") ?? "";
        if (button.dataset.pathPoints !== text) button.dataset.pathPoints = text;
      }
    };
    let timer: ReturnType<typeof setTimeout>;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(write, REST_MS);
    };
    later();
    const stops = [canvasStore.subscribe(later), boardStore.subscribe(later), uiStore.subscribe(later)];
    const scene = list.current?.parentElement;
    scene?.addEventListener("wheel", later, { passive: true });
    scene?.addEventListener("pointerup", later);
    window.addEventListener("resize", later);
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
      scene?.removeEventListener("wheel", later);
      scene?.removeEventListener("pointerup", later);
      window.removeEventListener("resize", later);
    };
  }, [list, flow]);
}

interface Screen {
  zoom: number;
  toWindow: (point: XY) => XY;
}

/** The view of this moment; asked once, for each asking looks at the page. */
function screenOf(flow: ReturnType<typeof useReactFlow>): Screen {
  const zoom = flow.getZoom();
  const { x, y } = flow.flowToScreenPosition({ x: 0, y: 0 });
  return { zoom, toWindow: (point) => ({ x: x + point.x * zoom, y: y + point.y * zoom }) };
}

/** The points of a route where nothing else lies: no label, no other arrow, no card or panel. On a large board, where
 * asking all this would take too long, simply three of its points, as far as they are on the screen. */
function visiblePoints(route: Route, routes: Route[], { zoom, toWindow }: Screen): string {
  if (routes.length > FEW)
    return written(FEW_SHARES.map((share) => toWindow(pointAt(route.curve, share))).filter(inWindow));
  const clear = CLEAR / zoom;
  let points = SHARES.map((share) => pointAt(route.curve, share));
  const labels = routes.flatMap(({ label }) => (label ? [grown(label, 4)] : []));
  points = points.filter((point) => !labels.some((box) => contains(box, point)));
  points = points.filter((point) => routes.every((other) => other === route || distanceTo(other, point) > clear));
  return written(points.map(toWindow).filter(({ x, y }) => document.elementFromPoint(x, y)?.matches(OPEN_GROUND)));
}

function inWindow({ x, y }: XY): boolean {
  return x >= 0 && y >= 0 && x <= window.innerWidth && y <= window.innerHeight;
}

function written(points: XY[]): string {
  return points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ");
}
