import { Handle, Position } from "@xyflow/react";
import type { CSSProperties } from "react";
import type { Direction, Gate } from "@/geometry/arrows";
import { lockOut } from "@/geometry/gates";
import type { Box } from "@/geometry/shapes";
import { pointOn } from "@/geometry/sides";
import type { PodIsolation } from "@/wire/messages";
import { CanvasIcon } from "../parts/CanvasIcon";
import { useCanvas } from "../state";
import "./gates.css";

const POSITIONS = { top: Position.Top, right: Position.Right, bottom: Position.Bottom, left: Position.Left };
const WORDS: Record<Direction, string> = { ingress: "in", egress: "out" };

/** A pod's two gates: an open ring where no policy isolates it, a shut lock with the number of policies where one
 * does. The way out is also where a connection is dragged from. */
export function Gates({
  id,
  size,
  isolation,
}: {
  id: string;
  size: Pick<Box, "width" | "height">;
  isolation: PodIsolation;
}) {
  // One string is compared instead of two objects, which are new with every drawing.
  const written = useCanvas((state) => gateText(state.drawing.gates.get(id)));
  const gates = written ? (JSON.parse(written) as Record<Direction, Gate>) : undefined;
  return (
    <>
      <GateMark count={isolation.ingress} direction="ingress" gate={gates?.ingress} size={size} />
      <GateMark count={isolation.egress} direction="egress" gate={gates?.egress} size={size} />
    </>
  );
}

function gateText(gates: Record<Direction, Gate> | undefined): string {
  return gates ? JSON.stringify(gates) : "";
}

interface MarkProps {
  direction: Direction;
  gate: Gate | undefined;
  count: number;
  size: Pick<Box, "width" | "height">;
}

function GateMark({ direction, gate, count, size }: MarkProps) {
  const side = gate?.side ?? (direction === "ingress" ? "left" : "right");
  const shut = count > 0;
  const style = placed(side, gate?.along ?? 0, shut ? lockOut(side) : 0, size);
  const title = shut
    ? `${count} ${count === 1 ? "policy decides" : "policies decide"} what gets ${WORDS[direction]}`
    : `Open: no policy isolates this pod for ${direction}`;
  const mark = (
    <span className={`gate gate--${shut ? "shut" : "open"} gate--${direction}`} data-gate={direction} title={title}>
      {shut && <CanvasIcon name="lock" size={12} />}
      {shut && <b>{count}</b>}
    </span>
  );
  return (
    <Handle
      className={`gate-handle ${direction === "egress" ? "gate-handle--out" : ""}`}
      id={direction}
      isConnectableStart={direction === "egress"}
      position={POSITIONS[side]}
      style={style}
      type={direction === "egress" ? "source" : "target"}
    >
      {mark}
    </Handle>
  );
}

/** The gate's middle in the card's own coordinates. */
function placed(side: Gate["side"], along: number, out: number, size: MarkProps["size"]): CSSProperties {
  const { x, y } = pointOn({ x: 0, y: 0, ...size }, side, along, out);
  return { left: x, top: y, right: "auto", bottom: "auto", transform: "translate(-50%, -50%)" };
}
