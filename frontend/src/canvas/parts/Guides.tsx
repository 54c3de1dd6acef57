import { useStore, ViewportPortal } from "@xyflow/react";
import { useCanvas } from "../state";

/** The lines along which a dragged card stands level with others. */
export function Guides() {
  const guides = useCanvas((state) => state.guides);
  const zoom = useStore((state) => state.transform[2]);
  if (guides.length === 0) return null;
  return (
    <ViewportPortal>
      {guides.map(({ axis, at, from, to }) => (
        <div
          className="canvas__guide"
          key={axis}
          style={
            axis === "x"
              ? { left: at, top: from, width: 1 / zoom, height: to - from }
              : { left: from, top: at, width: to - from, height: 1 / zoom }
          }
        />
      ))}
    </ViewportPortal>
  );
}
