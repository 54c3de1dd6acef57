import { useStore, ViewportPortal } from "@xyflow/react";
import { useMemo } from "react";
import { useShallow } from "zustand/react/shallow";
import type { Arrow } from "@/geometry/arrows";
import type { Cubic } from "@/geometry/curve";
import { draw } from "@/geometry/draw";
import type { Box } from "@/geometry/shapes";
import { type Ghost, useGhosts } from "@/store/ghosts";
import "./ghost-layer.css";

/** What something would flip, before it is done: dashed, with a plus for what opens and a minus for what closes. */
export function GhostLayer() {
  const ghosts = useGhosts();
  return ghosts.length > 0 ? <Ghosts ghosts={ghosts} /> : null;
}

function Ghosts({ ghosts }: { ghosts: readonly Ghost[] }) {
  const nodes = useStore(useShallow((state) => state.nodes));
  const lookup = useStore((state) => state.nodeLookup);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lookup stays the same object while nodes move
  const drawing = useMemo(() => {
    const boxes = new Map<string, Box>();
    for (const { source, destination } of ghosts) {
      for (const id of [source, destination]) {
        const node = lookup.get(id);
        if (!node) continue;
        const { width = 0, height = 0 } = node.measured;
        boxes.set(id, { ...node.internals.positionAbsolute, width, height });
      }
    }
    const arrows = ghosts.map(arrowOf).filter(({ source, destination }) => boxes.has(source) && boxes.has(destination));
    return draw({ boxes, titles: [], arrows });
  }, [ghosts, nodes, lookup]);
  return (
    <ViewportPortal>
      <svg aria-hidden="true" className="ghosts">
        {ghosts.map((ghost) => {
          const route = drawing.routes.get(idOf(ghost));
          if (!route) return null;
          const [, , , tip] = route.curve;
          const middle = route.points[Math.floor(route.points.length / 3)] ?? tip;
          return (
            <g className="ghosts__one" data-after={ghost.after} key={idOf(ghost)}>
              <path d={pathOf(route.curve)} />
              <circle cx={tip.x} cy={tip.y} r={4} />
              <text x={middle.x} y={middle.y - 7}>
                {ghost.after ? "+" : "−"} {ghost.text}
              </text>
            </g>
          );
        })}
      </svg>
    </ViewportPortal>
  );
}

function idOf({ source, destination, protocol, port, after }: Ghost): string {
  return `${source} ${destination} ${protocol} ${port} ${after}`;
}

function arrowOf(ghost: Ghost): Arrow {
  const { source, destination, after, text } = ghost;
  const stopped = { source: false, destination: false };
  return { id: idOf(ghost), source, destination, outcome: after ? "allowed" : "blocked", stopped, text };
}

function pathOf([from, one, two, to]: Cubic): string {
  return `M${from.x} ${from.y}C${one.x} ${one.y} ${two.x} ${two.y} ${to.x} ${to.y}`;
}
