import { useStore, ViewportPortal } from "@xyflow/react";
import { useCallback, useMemo } from "react";
import { useShallow } from "zustand/react/shallow";
import type { Cubic } from "@/geometry/curve";
import { draw } from "@/geometry/draw";
import { gathered } from "@/geometry/ghosts";
import type { Box } from "@/geometry/shapes";
import { isFolded, useFolds } from "@/store/folds";
import { type Ghost, useGhosts } from "@/store/ghosts";
import { useBoard } from "@/store/use";
import "./ghost-layer.css";

/** What something would flip, before it is done: dashed, with a plus for what opens and a minus for what closes. */
export function GhostLayer() {
  const ghosts = useGhosts();
  return ghosts.length > 0 ? <Ghosts ghosts={ghosts} /> : null;
}

function Ghosts({ ghosts }: { ghosts: readonly Ghost[] }) {
  const nodes = useStore(useShallow((state) => state.nodes));
  const lookup = useStore((state) => state.nodeLookup);
  const homeOf = useHomeOf();
  const { arrows, within } = useMemo(() => gathered(ghosts, homeOf), [ghosts, homeOf]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lookup stays the same object while nodes move
  const { drawing, boxes } = useMemo(() => {
    const found = new Map<string, Box>();
    for (const id of [...arrows.flatMap(({ source, destination }) => [source, destination]), ...within.keys()]) {
      const node = lookup.get(id);
      if (!node) continue;
      const { width = node.width ?? 0, height = node.height ?? 0 } = node.measured;
      found.set(id, { ...node.internals.positionAbsolute, width, height });
    }
    const drawn = arrows.filter(({ source, destination }) => found.has(source) && found.has(destination));
    return { drawing: draw({ boxes: found, titles: [], arrows: drawn }), boxes: found };
  }, [arrows, within, nodes, lookup]);
  return (
    <ViewportPortal>
      <svg aria-hidden="true" className="ghosts">
        {arrows.map(({ id, outcome, text }) => {
          const route = drawing.routes.get(id);
          if (!route) return null;
          const [, , , tip] = route.curve;
          return (
            <g className="ghosts__one" data-after={outcome === "allowed"} key={id}>
              <path d={pathOf(route.curve)} />
              <circle cx={tip.x} cy={tip.y} r={4} />
              {route.label && <Label box={route.label} text={text} />}
            </g>
          );
        })}
        {[...within].map(([home, { opened, closed }]) => {
          const box = boxes.get(home);
          if (!box) return null;
          const text = [opened > 0 && `+ ${opened} inside`, closed > 0 && `− ${closed} inside`]
            .filter(Boolean)
            .join(", ");
          const at = { x: box.x + box.width / 2 - 70, y: box.y + box.height + 4, width: 140, height: 20 };
          return (
            <g className="ghosts__one" data-after={closed === 0} key={home}>
              <Label box={at} text={text} />
            </g>
          );
        })}
      </svg>
    </ViewportPortal>
  );
}

function Label({ box, text }: { box: Box; text: string }) {
  return (
    <>
      <rect height={box.height} rx={7} width={box.width} x={box.x} y={box.y} />
      <text x={box.x + box.width / 2} y={box.y + box.height / 2 + 4}>
        {text}
      </text>
    </>
  );
}

/** The box that a pod is folded into. */
function useHomeOf(): (end: string) => string | undefined {
  const pods = useBoard((board) => board.pods);
  const folds = useFolds((state) => state);
  return useCallback(
    (end) => {
      const namespace = pods[end]?.namespace;
      return namespace !== undefined && isFolded(folds, namespace) ? namespace : undefined;
    },
    [pods, folds],
  );
}

function pathOf([from, one, two, to]: Cubic): string {
  return `M${from.x} ${from.y}C${one.x} ${one.y} ${two.x} ${two.y} ${to.x} ${to.y}`;
}
