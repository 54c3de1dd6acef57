import { type NodeProps, NodeResizer } from "@xyflow/react";
import { memo } from "react";
import { POD_SIZE, podHeight } from "@/geometry/boxes";
import { labelTexts, podsOf } from "@/model/places";
import { boardStore } from "@/store/board";
import { useReadOnly, useUi } from "@/store/use";
import { sendOrTell } from "@/sync/session";
import { useCanvas } from "../state";
import type { FrameNode } from "./build-nodes";
import { FoldButton } from "./FoldButton";
import { FrameGate } from "./FrameGate";
import { NameInput } from "./NameInput";
import { PolicyChips } from "./PolicyChips";
import { TITLE_LABELS } from "./title-box";
import { useFate, useFrameLight } from "./use-light";
import "./frame.css";

const SMALLEST = { width: 180, height: 110 };

/** A namespace: a frame around its pods, with its name on the border. */
export const Frame = memo(({ id, data: { record, tint, count, policies }, selected, width }: NodeProps<FrameNode>) => {
  const editing = useUi((ui) => ui.editing === id);
  const readOnly = useReadOnly();
  const receiving = useCanvas((state) => state.dropFrame === id);
  const light = useFrameLight(id);
  const labels = labelTexts(record.labels);
  return (
    <div
      data-fate={useFate(id)}
      className={`frame ${selected ? "frame--selected" : ""} ${receiving ? "frame--receiving" : ""} ${light}`}
      style={{ "--tint": `var(--ns${tint})` } as React.CSSProperties}
    >
      <NodeResizer
        handleClassName="frame__corner"
        isVisible={selected === true && !readOnly}
        lineClassName="frame__edge"
        minHeight={smallest(id).height}
        minWidth={smallest(id).width}
        onResizeEnd={(_, { x, y, width, height }) => void sendOrTell("resize_namespace", { id, x, y, width, height })}
      />
      <div className="frame__top">
        <div className="frame__title">
          <FoldButton folded={false} id={id} name={record.name} />
          {editing ? (
            <NameInput command="edit_namespace" id={id} name={record.name} />
          ) : (
            <span className="frame__name" title={record.name}>
              {record.name}
            </span>
          )}
          {labels.slice(0, TITLE_LABELS).map((text) => (
            <span className="frame__label" key={text} title={text}>
              {text}
            </span>
          ))}
          {labels.length > TITLE_LABELS && <span className="frame__more">+{labels.length - TITLE_LABELS}</span>}
        </div>
        <PolicyChips policies={policies} record={record} width={width ?? record.width} />
      </div>
      <FrameGate name={record.name} />
      {count === 0 && !readOnly && <p className="frame__empty">Drag a pod here</p>}
    </div>
  );
});

/** A frame never becomes smaller than what its pods need. */
function smallest(id: string): { width: number; height: number } {
  let { width, height } = SMALLEST;
  for (const pod of podsOf(boardStore.getState(), id)) {
    width = Math.max(width, pod.x + POD_SIZE.width + 20);
    height = Math.max(height, pod.y + podHeight(pod) + 20);
  }
  return { width, height };
}
