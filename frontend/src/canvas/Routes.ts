import { memo, useEffect, useMemo, useRef } from "react";
import { type Arrow, type Kept, membersOf } from "@/geometry/arrows";
import { draw } from "@/geometry/draw";
import type { Box } from "@/geometry/shapes";
import type { PodIsolation } from "@/wire/messages";
import type { BoardNode } from "./nodes/build-nodes";
import { titleBoxes } from "./nodes/title-box";
import { canvasStore } from "./state";
import { useShown, useShownArrows } from "./use-shown";

/** Keeps the arrows' routes in step with the nodes. What did not change keeps its sides, so that the picture stays
 * calm: while nodes are dragged only their own arrows look for new ones, while text is typed only those that a gate
 * begins or ceases to stop. It renders nothing, and stands apart: new verdicts are no reason to render the nodes. */
export const Routes = memo(({ nodes, dragging }: { nodes: readonly BoardNode[]; dragging: boolean }) => {
  const last = useRef<Last>({ kept: new Map(), places: null, stops: new Map(), moved: new Set() });
  const { arrows, inside, hidden, morePossible } = useShownArrows();
  const { isolation } = useShown();
  const shut = useMemo(() => shutGates(isolation), [isolation]);
  const places = usePlaces(nodes);
  useEffect(() => {
    const arrowOf = new Map(arrows.flatMap((arrow) => membersOf(arrow).map((member) => [member, arrow.id] as const)));
    const shown = { arrows, arrowOf, inside, hidden, morePossible };
    const draws = () => canvasStore.setState({ ...shown, ...drawn(), dragging });
    const { routes } = canvasStore.getState().drawing;
    const inPlace = !dragging && last.current.places === places && arrows.every(({ id }) => routes.has(id));
    if (!inPlace) {
      draws();
      return;
    }
    // Nothing moved: the colours are there at once, and the ways to gates that shut or opened a frame later.
    canvasStore.setState({ ...shown, dragging });
    return afterPainting(draws);

    function drawn() {
      const { boxes, titles, held } = places;
      const stops = new Map(arrows.map(({ id, stopped }) => [id, `${stopped.source} ${stopped.destination}`]));
      const before = last.current;
      const changed = arrows.filter(
        ({ id, source, destination }) =>
          held.has(source) || held.has(destination) || before.stops.get(id) !== stops.get(id),
      );
      // What runs between the same two makes room: labels there would else lie upon each other.
      const beside = new Set(changed.map(betweenWhom));
      const touched = arrows.filter((arrow) => beside.has(betweenWhom(arrow)));
      const calm = dragging || before.places === places;
      if (dragging) for (const id of held) before.moved.add(id);
      // Let go, the arrows of what was dragged look afresh; on the way they had kept to what they had.
      else
        for (const { id, source, destination } of arrows) {
          if (before.moved.has(source) || before.moved.has(destination)) before.kept.delete(id);
        }
      const drawing = draw({
        boxes,
        titles,
        arrows,
        shut,
        before: before.kept,
        touched: calm ? new Set(touched.map(({ id }) => id)) : undefined,
      });
      last.current = { kept: new Map(drawing.routes), places, stops, moved: dragging ? before.moved : new Set() };
      return { drawing, titles };
    }
  }, [places, arrows, inside, hidden, morePossible, shut, dragging]);
  return null;
});

/** Does something once the next frame is on the screen. Returns the way to call it off. */
function afterPainting(todo: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(todo);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

function betweenWhom({ source, destination }: Arrow): string {
  return source < destination ? `${source} ${destination}` : `${destination} ${source}`;
}

function shutGates(isolation: Record<string, PodIsolation>): Set<string> {
  return new Set(
    Object.entries(isolation).flatMap(([id, { ingress, egress }]) => [
      ...(ingress > 0 ? [`${id} ingress`] : []),
      ...(egress > 0 ? [`${id} egress`] : []),
    ]),
  );
}

interface Last {
  kept: Map<string, Kept>;
  places: Places | null;
  stops: Map<string, string>;
  /** What has been dragged since the last drawing at rest. */
  moved: Set<string>;
}

interface Places {
  boxes: Map<string, Box>;
  titles: Box[];
  held: Set<string>;
}

/** Absolute boxes of cards and of frames' titles. The same object while nothing moved, however often nodes change. */
function usePlaces(nodes: readonly BoardNode[]): Places {
  const last = useRef<{ written: string; places: Places } | null>(null);
  return useMemo(() => {
    const frames = new Map(nodes.flatMap((node) => (node.type === "frame" ? [[node.id, node] as const] : [])));
    const places: Places = { boxes: new Map(), titles: [], held: new Set() };
    for (const node of nodes) {
      const parent = node.parentId ? frames.get(node.parentId) : undefined;
      const x = node.position.x + (parent?.position.x ?? 0);
      const y = node.position.y + (parent?.position.y ?? 0);
      if (node.dragging || parent?.dragging) places.held.add(node.id);
      if (node.type === "frame")
        places.titles.push(...titleBoxes(node.data.record, node.data.policies, node.width ?? 0, x, y));
      else places.boxes.set(node.id, { x, y, width: node.width ?? 0, height: node.height ?? 0 });
    }
    const written = JSON.stringify([...places.boxes, places.titles]);
    if (last.current?.written === written) {
      last.current.places.held = places.held;
      return last.current.places;
    }
    last.current = { written, places };
    return places;
  }, [nodes]);
}
