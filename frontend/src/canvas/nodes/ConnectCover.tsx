import { Handle, Position } from "@xyflow/react";
import { useUi } from "@/store/use";

/** With the connect tool a connection may be dragged from anywhere on a card. */
export function ConnectCover() {
  const connecting = useUi((ui) => ui.tool === "connect");
  return connecting ? <Handle className="connect-cover" id="cover" position={Position.Right} type="source" /> : null;
}
