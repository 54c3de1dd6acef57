import { Handle, type NodeProps, Position } from "@xyflow/react";
import { memo } from "react";
import { useUi } from "@/store/use";
import { CanvasIcon } from "../parts/CanvasIcon";
import type { HostNode } from "./build-nodes";
import { Chips } from "./Chips";
import { ConnectCover } from "./ConnectCover";
import { NameInput } from "./NameInput";
import { useFate, useLight } from "./use-light";
import "./card.css";

/** An address outside the cluster. It has no gates: no policy selects it. */
export const HostCard = memo(({ id, data: { record }, selected }: NodeProps<HostNode>) => {
  const editing = useUi((ui) => ui.editing === id);
  const light = useLight(id);
  return (
    <div className={`card card--outside ${selected ? "card--selected" : ""} ${light}`} data-fate={useFate(id)}>
      <div className="card__head">
        <CanvasIcon name={record.name === "internet" ? "web" : "host"} />
        {editing ? (
          <NameInput command="edit_host" id={id} name={record.name} />
        ) : (
          <span className="card__name" title={record.name}>
            {record.name}
          </span>
        )}
      </div>
      <Chips texts={[record.address]} />
      <Handle className="gate-handle" id="ingress" isConnectableStart={false} position={Position.Left} type="target" />
      <Handle className="gate-handle gate-handle--out" id="egress" position={Position.Right} type="source">
        <span className="gate gate--open gate--egress gate--outside" title="Drag to connect" />
      </Handle>
      <ConnectCover />
    </div>
  );
});
