import { ReactFlowProvider } from "@xyflow/react";
import { Flow } from "./Flow";

/** The board as a picture: frames, cards and painted arrows, and every gesture on them. */
export function Canvas() {
  return (
    <ReactFlowProvider>
      <Flow />
    </ReactFlowProvider>
  );
}
