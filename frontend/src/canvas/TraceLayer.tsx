import { ViewportPortal } from "@xyflow/react";
import { pointAt } from "@/geometry/curve";
import { usePacket } from "@/store/trace";
import { useCanvas } from "./state";
import "./trace-layer.css";

/** The packet of a trace, on its arrow. It glides from step to step where motion is welcome. */
export function TraceLayer() {
  const packet = usePacket();
  const route = useCanvas((state) =>
    packet ? state.drawing.routes.get(state.arrowOf.get(packet.connection) ?? "") : undefined,
  );
  if (!packet || !route) return null;
  const { x, y } = pointAt(route.curve, packet.at);
  return (
    <ViewportPortal>
      <div
        aria-hidden="true"
        className="packet"
        data-state={packet.state}
        style={{ transform: `translate(${x}px, ${y}px)` }}
      >
        {packet.state === "stopped" ? "✕" : packet.state === "reply" ? "↩" : ""}
      </div>
    </ViewportPortal>
  );
}
