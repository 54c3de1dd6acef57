import type { NodeProps } from "@xyflow/react";
import { memo } from "react";
import { POD_SIZE, podHeight } from "@/geometry/boxes";
import { labelTexts } from "@/model/places";
import { useUi } from "@/store/use";
import { Shade } from "../hazards/Shade";
import { CanvasIcon } from "../parts/CanvasIcon";
import type { PodNode } from "./build-nodes";
import { Chips } from "./Chips";
import { ConnectCover } from "./ConnectCover";
import { Gates } from "./Gates";
import { guessGlyph } from "./guess-icon";
import { NameInput } from "./NameInput";
import { useFate, useLight } from "./use-light";
import "./card.css";

/** A pod inside its namespace's frame. */
export const PodCard = memo(({ id, data, selected }: NodeProps<PodNode>) => {
  const { record, isolation, tint, replicas } = data;
  const editing = useUi((ui) => ui.editing === id);
  const light = useLight(id);
  const ports = record.ports.map(({ name, port, protocol }) =>
    [name, port, protocol === "TCP" ? null : protocol].filter((part) => part !== null).join(" "),
  );
  return (
    <div className={`card ${selected ? "card--selected" : ""} ${light}`} data-fate={useFate(id)} data-tint={tint}>
      <div className="card__head">
        <CanvasIcon name={guessGlyph(record.name, record.labels)} />
        {editing ? (
          <NameInput command="edit_pod" id={id} name={record.name} />
        ) : (
          <span className="card__name" title={record.name}>
            {record.name}
          </span>
        )}
        {replicas > 1 && (
          <span
            className="card__badge"
            title={`One of ${replicas} replicas of ${record.owner?.kind} ${record.owner?.name}`}
          >
            ×{replicas}
          </span>
        )}
        {record.host_network && <span className="card__badge">host network</span>}
        {isEnded(record.phase) && <span className="card__badge">{record.phase}</span>}
      </div>
      <Chips empty="no labels" texts={labelTexts(record.labels)} />
      {ports.length > 0 && <Chips port texts={ports} />}
      <Gates id={id} isolation={isolation} size={{ width: POD_SIZE.width, height: podHeight(record) }} />
      <Shade id={id} />
      <ConnectCover />
    </div>
  );
});

/** A pod that has ended takes part in no traffic. */
function isEnded(phase: string): boolean {
  return phase === "Succeeded" || phase === "Failed";
}
