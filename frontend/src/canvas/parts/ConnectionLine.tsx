import type { ConnectionLineComponentProps } from "@xyflow/react";
import { curveBetween } from "@/geometry/between";
import type { Side } from "@/geometry/sides";

/** The line that follows the pointer while a connection is dragged. */
export function ConnectionLine({ fromX, fromY, toX, toY, fromPosition }: ConnectionLineComponentProps) {
  const across = Math.abs(toX - fromX) > Math.abs(toY - fromY);
  const side: Side = across ? (toX > fromX ? "left" : "right") : toY > fromY ? "top" : "bottom";
  const [a, b, c, d] = curveBetween({ x: fromX, y: fromY }, fromPosition, { x: toX, y: toY }, side);
  return (
    <g fill="none" stroke="var(--accent)" strokeWidth="2">
      <path d={`M${a.x} ${a.y}C${b.x} ${b.y} ${c.x} ${c.y} ${d.x} ${d.y}`} strokeDasharray="6 5" />
      <circle cx={toX} cy={toY} fill="var(--panel)" r="5" />
    </g>
  );
}
