import { ViewportPortal } from "@xyflow/react";
import type { View } from "./paint/scene";
import "./dots.css";

const GAP = 20;

/** The dots of the ground, on the board's own grid. */
export function Dots({ area: { x, y, zoom, width, height } }: { area: View }) {
  const left = Math.floor(-x / zoom / GAP) * GAP;
  const top = Math.floor(-y / zoom / GAP) * GAP;
  const size = { width: Math.ceil(width / zoom) + GAP, height: Math.ceil(height / zoom) + GAP };
  return (
    <ViewportPortal>
      <div className="dots" style={{ left, top, ...size }} />
    </ViewportPortal>
  );
}
