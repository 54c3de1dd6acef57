import { ViewportPortal } from "@xyflow/react";
import { useMemo } from "react";
import type { Arrow, Route } from "@/geometry/arrows";
import { bundled } from "@/geometry/bundles";
import { draw } from "@/geometry/draw";
import { type Ghost, useGhosts } from "@/store/ghosts";
import { useCanvas } from "../state";
import { useHomeOf } from "../use-shown";
import "./ghost-layer.css";

// More could not be told apart, and would be slow to route while a pointer moves over a list of fixes.
const MOST = 200;

/** What something would flip, as dashed arrows above the others, before it is done. Not read out: what is pointed at
 * says the same in words. */
export function GhostLayer() {
  const ghosts = useGhosts();
  const boxes = useCanvas((state) => state.boxes);
  const titles = useCanvas((state) => state.titles);
  const homeOf = useHomeOf();
  const drawn = useMemo(() => {
    const { arrows } = bundled(ghosts.slice(0, MOST).map(arrowOf), homeOf);
    const { routes } = draw({ boxes: new Map(boxes), titles, arrows });
    return arrows.flatMap((arrow) => {
      const route = routes.get(arrow.id);
      return route ? [{ arrow, route }] : [];
    });
  }, [ghosts, boxes, titles, homeOf]);
  if (drawn.length === 0) return null;
  return (
    <ViewportPortal>
      <svg aria-hidden="true" className="ghosts">
        {drawn.map(({ arrow, route }) => (
          <GhostArrow arrow={arrow} key={arrow.id} route={route} />
        ))}
      </svg>
    </ViewportPortal>
  );
}

function GhostArrow({ arrow, route }: { arrow: Arrow; route: Route }) {
  const [a, b, c, d] = route.curve;
  const sign = { allowed: "✓", blocked: "✕", undefined: "?", unknown: "–", mixed: "◐" }[arrow.outcome];
  const { label } = route;
  return (
    <g className="ghosts__arrow" data-outcome={arrow.outcome}>
      <path d={`M${a.x} ${a.y}C${b.x} ${b.y} ${c.x} ${c.y} ${d.x} ${d.y}`} />
      <circle cx={d.x} cy={d.y} r="4" />
      {label && (
        <g transform={`translate(${label.x} ${label.y})`}>
          <rect height={label.height} rx="7" width={label.width} />
          <text x={label.width / 2} y={label.height / 2}>
            {sign} {arrow.text}
          </text>
        </g>
      )}
    </g>
  );
}

function arrowOf({ source, destination, protocol, port, after, text }: Ghost): Arrow {
  const outcome = after ? "allowed" : "blocked";
  const id = `ghost ${source} ${destination} ${protocol} ${port} ${outcome}`;
  return { id, source, destination, outcome, stopped: { source: false, destination: false }, text };
}
