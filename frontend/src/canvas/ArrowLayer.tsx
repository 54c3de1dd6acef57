import { ViewportPortal } from "@xyflow/react";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { membersOf } from "@/geometry/arrows";
import { boardStore } from "@/store/board";
import { useLooking } from "@/store/looking";
import { useUi } from "@/store/use";
import { type Colours, readColours, watchTheme } from "./paint/colours";
import { Easing } from "./paint/easing";
import { paintLines } from "./paint/lines";
import { paintMarks } from "./paint/marks";
import type { PaintedArrow, View } from "./paint/scene";
import { idOf } from "./possible";
import { canvasStore, useCanvas } from "./state";

/** All arrows of an area, painted on two layers: their lines between frames and pods, their marks above everything. */
export function ArrowLayer({ area, stale }: { area: View; stale: boolean }) {
  const lines = useRef<HTMLCanvasElement>(null);
  const marks = useRef<HTMLCanvasElement>(null);
  const easing = useRef(new Easing());
  const drawing = useCanvas((state) => state.drawing);
  const titles = useCanvas((state) => state.titles);
  const arrows = usePaintedArrows();
  const colours = useColours();

  const paint = useCallback(() => {
    if (!lines.current || !marks.current || !colours) return;
    const routes = easing.current.at(performance.now());
    const painted = arrows.flatMap((each): PaintedArrow[] => {
      const route = routes.get(each.arrow.id);
      return route ? [{ ...each, route }] : [];
    });
    const scene = { arrows: painted, titles, colours, stale };
    paintLines(lines.current, scene, area);
    paintMarks(marks.current, scene, area);
  }, [area, arrows, titles, colours, stale]);

  // In the same frame as React Flow moves its nodes: the arrows never lag behind the cards.
  useLayoutEffect(() => {
    const still = canvasStore.getState().dragging || matchMedia("(prefers-reduced-motion: reduce)").matches;
    easing.current.to(drawing, !still, performance.now());
    paint();
    let frame = 0;
    const step = () => {
      paint();
      if (easing.current.moving(performance.now())) frame = requestAnimationFrame(step);
    };
    if (easing.current.moving(performance.now())) frame = requestAnimationFrame(step);
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [drawing, paint]);

  // The layers lie on the moving viewport, and so move along with its nodes; their own scale takes the zoom back, so
  // that a canvas pixel is always a screen pixel.
  const { x, y, zoom, width, height } = area;
  const placed = { width, height, transform: `scale(${1 / zoom}) translate(${-x}px, ${-y}px)` };
  return (
    <ViewportPortal>
      <canvas className="canvas__lines" ref={lines} style={placed} />
      <canvas className="canvas__marks" ref={marks} style={placed} />
    </ViewportPortal>
  );
}

type Unplaced = Omit<PaintedArrow, "route">;

function usePaintedArrows(): Unplaced[] {
  const arrows = useCanvas((state) => state.arrows);
  const looking = useLooking((held) => held);
  const selection = useUi((ui) => ui.selection);
  // Beside a policy that is selected all arrows keep their colours: they are what its text is written for.
  const lit = useUi((ui) => (ui.hoveredPolicy !== null && ui.lit?.by === "policy" ? ui.lit : null));
  const hoveredEnd = useUi((ui) => ui.hovered);
  const hoveredArrow = useCanvas((state) => state.hoveredArrow);
  const pair = useUi((ui) => ui.pair);
  return useMemo(() => {
    const selected = new Set(selection.map(({ id }) => id));
    const looked = pair && idOf(pair);
    // Not listened to: verdicts that come make other arrows, and those are painted once, along with their new ways.
    const { verdicts } = boardStore.getState();
    return arrows.map((arrow): Unplaced => {
      if (looking) {
        const members = membersOf(arrow);
        const chosen = members.some((id) => looking.chosen?.has(id));
        const still = members.every((id) => looking.turns[id]?.turn === "unchanged" && !looking.fates[id]);
        const dimmed = !chosen && (still || looking.chosen !== undefined);
        return { arrow, verdict: undefined, lively: chosen, selected: chosen, dimmed };
      }
      const apart = lit !== null && !(lit.ids.has(arrow.source) && lit.ids.has(arrow.destination));
      const touched = arrow.source === hoveredEnd || arrow.destination === hoveredEnd;
      const members = membersOf(arrow);
      const chosen = members.find((id) => selected.has(id) || id === looked);
      const lively = chosen !== undefined || hoveredArrow === arrow.id;
      return {
        arrow,
        verdict: arrow.outcome === "mixed" ? undefined : verdicts[chosen ?? members[0] ?? ""],
        lively,
        selected: chosen !== undefined,
        dimmed: !lively && (apart || (hoveredEnd !== null && !touched)),
      };
    });
  }, [arrows, looking, selection, lit, hoveredEnd, hoveredArrow, pair]);
}

function useColours(): Colours | null {
  const [colours, setColours] = useState<Colours | null>(null);
  useEffect(() => {
    const read = () => setColours(readColours(document.documentElement));
    read();
    // Labels are measured by their face: painted again once it is there.
    void document.fonts.load("600 11px 'JetBrains Mono Variable'").then(read);
    return watchTheme(read);
  }, []);
  return colours;
}
