import { useEffect, useMemo, useRef } from "react";
import type { Ends } from "@/geometry/arrows";
import { draw } from "@/geometry/draw";
import type { Box } from "@/geometry/shapes";
import { useBoard } from "@/store/use";
import { arrowsOf } from "./arrow-specs";
import type { BoardNode } from "./nodes/build-nodes";
import { canvasStore } from "./state";

const LETTER = 7.6;

/** Keeps the arrows' routes in step with the nodes. While nodes are dragged only their own arrows look for new sides. */
export function useDrawing(nodes: readonly BoardNode[], dragging: boolean): void {
  const connections = useBoard((board) => board.connections);
  const verdicts = useBoard((board) => board.verdicts);
  const before = useRef(new Map<string, Ends>());
  const arrows = useMemo(() => arrowsOf({ connections, verdicts }), [connections, verdicts]);
  const placed = usePlaces(nodes);
  useEffect(() => {
    const { boxes, titles, held } = placed;
    const touched = dragging
      ? new Set(arrows.filter((a) => held.has(a.source) || held.has(a.destination)).map(({ id }) => id))
      : undefined;
    const drawing = draw({ boxes, titles, arrows, before: before.current, touched });
    before.current = new Map([...drawing.routes].map(([id, { ends }]) => [id, ends]));
    canvasStore.setState({ drawing, dragging });
  }, [placed, arrows, dragging]);
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
      if (node.type === "frame") places.titles.push(titleBox(node.data.record.name, node.data.record.labels, x, y));
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

function titleBox(name: string, labels: Record<string, string>, x: number, y: number): Box {
  const letters = name.length + Object.entries(labels).slice(0, 2).join("").length;
  return { x: x + 16, y: y - 14, width: Math.max(50, letters * LETTER + 24), height: 28 };
}
