import { Handle, Position } from "@xyflow/react";
import "./frame-gate.css";

/** At a frame's edge: a connection from the whole namespace is dragged from here. The keyboard's way to it is C. */
export function FrameGate({ name }: { name: string }) {
  return (
    <Handle className="gate-handle gate-handle--out frame-gate" id="egress" position={Position.Right} type="source">
      <span className="gate gate--open gate--egress" title={`Drag to connect the whole namespace ${name}`} />
    </Handle>
  );
}
