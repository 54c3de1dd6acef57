import { useStore } from "@xyflow/react";
import { boxOf } from "@/geometry/boxes";
import type { Box, XY } from "@/geometry/shapes";
import { useHazards } from "@/store/hazards";
import { useBoard } from "@/store/use";
import type { Fallen } from "@/wire/messages";
import "./hazards.css";

/** From a pod that was taken over: each way on, and how many hops away each thing falls. */
export function AttackLayer() {
  const attack = useHazards((state) => state.attack);
  const namespaces = useBoard((state) => state.namespaces);
  const pods = useBoard((state) => state.pods);
  const hosts = useBoard((state) => state.hosts);
  const [x, y, zoom] = useStore((state) => state.transform);
  if (!attack) return null;
  const boxes = (ids: readonly string[]) => ids.flatMap((id) => boxOf({ namespaces, pods, hosts }, id) ?? []);
  const { start, fallen, shown } = attack;
  const onPath = (one: Fallen) => !shown || shown.path.includes(one.place);
  return (
    <svg aria-hidden="true" className="attack-layer">
      <g transform={`translate(${x} ${y}) scale(${zoom})`}>
        {fallen.map((one) => (
          <Way
            faint={!onPath(one)}
            from={boxes(one.via)[0]}
            hops={one.hops}
            key={one.place}
            to={boxes([...one.pods, ...one.hosts])}
          />
        ))}
        {boxes([start]).map((box) => (
          <rect className="attack-layer__start" key={start} rx="12" {...around(box)} />
        ))}
      </g>
    </svg>
  );
}

function Way({ from, to, hops, faint }: { from: Box | undefined; to: Box[]; hops: number; faint: boolean }) {
  return (
    <g className={`attack-layer__way ${faint ? "attack-layer__way--faint" : ""}`} data-hops={hops}>
      {to.map((box) => (
        <g key={`${box.x} ${box.y}`}>
          {from && <path d={bow(middle(from), middle(box))} />}
          <rect rx="12" {...around(box)} />
          <circle cx={box.x} cy={box.y} r="11" />
          <text x={box.x} y={box.y + 4}>
            {hops}
          </text>
        </g>
      ))}
    </g>
  );
}

function middle(box: Box): XY {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

function around({ x, y, width, height }: Box) {
  return { x: x - 4, y: y - 4, width: width + 8, height: height + 8 };
}

/** A little bent, so that it does not lie on the arrows that were drawn. */
function bow(a: XY, b: XY): string {
  const bend = { x: (a.x + b.x) / 2 + (b.y - a.y) * 0.12, y: (a.y + b.y) / 2 - (b.x - a.x) * 0.12 };
  return `M${a.x} ${a.y}Q${bend.x} ${bend.y} ${b.x} ${b.y}`;
}
