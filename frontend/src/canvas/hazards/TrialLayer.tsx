import { useStore } from "@xyflow/react";
import { boxOf } from "@/geometry/boxes";
import { useHazards } from "@/store/hazards";
import { useBoard } from "@/store/use";
import type { Tried } from "@/wire/messages";
import { TrialCard } from "./TrialCard";
import "./trial.css";

/** A pod that is on no board, to try with; each thing that it would reach, or be reached by, says so. */
export function TrialLayer() {
  const trial = useHazards((state) => state.trial);
  const tried = useHazards((state) => state.tried);
  const namespaces = useBoard((state) => state.namespaces);
  const pods = useBoard((state) => state.pods);
  const hosts = useBoard((state) => state.hosts);
  const [x, y, zoom] = useStore((state) => state.transform);
  if (!trial) return null;
  const from = { x: trial.x * zoom + x, y: trial.y * zoom + y };
  const met = Object.entries(tried?.places ?? {}).flatMap(([id, one]) => {
    const box = boxOf({ namespaces, pods, hosts }, id);
    const at = box && { x: (box.x + box.width / 2) * zoom + x, y: box.y * zoom + y };
    return at ? [{ id, one, at }] : [];
  });
  return (
    <div className="trial-layer">
      <svg aria-hidden="true">
        {met.map(({ id, one, at }) => (
          <path className={`trial-layer__line trial-layer__line--${passes(one.reaches)}`} d={line(from, at)} key={id} />
        ))}
      </svg>
      {met.map(({ id, one, at }) => (
        <span className="trial-layer__met" key={id} style={{ left: at.x, top: at.y }}>
          <Way ports={one.reaches} sign="in" />
          <Way ports={one.reached_by} sign="out" />
        </span>
      ))}
      <TrialCard at={from} tried={tried} trial={trial} zoom={zoom} />
    </div>
  );
}

type Ports = Tried["reaches"];

/** "in": what the pod to try would get in on; "out": what would get to the pod to try. */
function Way({ ports, sign }: { ports: Ports; sign: "in" | "out" }) {
  const said = sign === "in" ? "would be reached on" : "would reach it on";
  const text = portsText(ports);
  return (
    <span className={`trial-layer__way trial-layer__way--${passes(ports)}`} title={`${said} ${text}`}>
      {sign === "in" ? "→" : "←"} {passes(ports) === "allow" ? "✓" : "✕"} {text}
    </span>
  );
}

function passes(ports: Ports): "allow" | "deny" {
  return Object.keys(ports).length > 0 ? "allow" : "deny";
}

function portsText(ports: Ports): string {
  const each = Object.entries(ports).map(([protocol, spans]) => {
    const all = spans.length === 1 && spans[0] === "1-65535";
    return all
      ? protocol
      : `${protocol === "TCP" ? "" : `${protocol} `}${spans.slice(0, 2).join(",")}${spans.length > 2 ? "…" : ""}`;
  });
  if (each.join() === "TCP,UDP,SCTP") return "all";
  return each.join(" ") || "none";
}

function line(from: { x: number; y: number }, to: { x: number; y: number }): string {
  return `M${from.x} ${from.y}L${to.x} ${to.y}`;
}
