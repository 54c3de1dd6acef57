import type { NodeProps } from "@xyflow/react";
import { memo } from "react";
import { tallyText } from "@/geometry/bundles";
import { CanvasIcon } from "../parts/CanvasIcon";
import { useCanvas } from "../state";
import { type FoldNode, podWords } from "./build-nodes";
import { FoldButton } from "./FoldButton";
import { FrameGate } from "./FrameGate";
import { useFate, useLight } from "./use-light";
import "./folded-frame.css";

/** A namespace as one box: what it is called, how many pods it holds, and what passes among them. */
export const FoldedFrame = memo(
  ({ id, data: { record, tint, count, policies, far }, selected }: NodeProps<FoldNode>) => {
    const light = useLight(id);
    const receiving = useCanvas((state) => state.dropFrame === id);
    const inside = useCanvas((state) => {
      const tally = state.inside.get(id);
      return tally ? tallyText(tally) : "";
    });
    const classes = ["folded", far && "folded--far", selected && "folded--selected", receiving && "folded--receiving"];
    return (
      <div
        className={`${classes.filter(Boolean).join(" ")} ${light}`}
        data-fate={useFate(id)}
        style={{ "--tint": `var(--ns${tint})`, ...sizes(record) } as React.CSSProperties}
      >
        <div className="folded__head">
          {!far && <FoldButton folded id={id} name={record.name} />}
          <span className="folded__name" title={record.name}>
            {record.name}
          </span>
        </div>
        <div className="folded__facts">
          <span>{podWords(count)}</span>
          {policies.length > 0 && (
            <span className="folded__policies" title={policies.map(({ name }) => name).join("\n")}>
              <CanvasIcon name="policy" size={12} /> {policies.length}
            </span>
          )}
        </div>
        {inside && <div className="folded__inside">inside: {inside}</div>}
        <FrameGate name={record.name} />
      </div>
    );
  },
);

// Of a letter of the name, and of a line of type, at size 1.
const LETTER = 9;
const LINE = 22;

/** How large the type may grow: with all three lines in the box, and with the name alone. */
function sizes({ width, height, name }: FoldNode["data"]["record"]): Record<string, number> {
  const across = width / (LETTER * Math.max(5, name.length) + 36);
  return { "--most": Math.min(height / (LINE * 3.6), across), "--most-alone": Math.min(height / (LINE * 1.3), across) };
}
