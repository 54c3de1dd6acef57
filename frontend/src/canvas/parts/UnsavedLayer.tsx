import { useStore } from "@xyflow/react";
import { useMemo } from "react";
import { boxOf } from "@/geometry/boxes";
import type { PendingEdit } from "@/store/board";
import { useBoard } from "@/store/use";
import "./unsaved-layer.css";

/** While the connection is down: a mark at each thing with an edit that waits to be sent. */
export function UnsavedLayer() {
  const offline = useBoard((state) => state.link === "offline");
  const pending = useBoard((state) => state.pending);
  const ids = useMemo(() => (offline ? touchedBy(pending) : []), [offline, pending]);
  const namespaces = useBoard((state) => state.namespaces);
  const pods = useBoard((state) => state.pods);
  const hosts = useBoard((state) => state.hosts);
  const [x, y, zoom] = useStore((state) => state.transform);
  if (ids.length === 0) return null;
  return (
    <div className="unsaved-layer">
      {ids.map((id) => {
        const box = boxOf({ namespaces, pods, hosts }, id);
        if (!box) return null;
        const at = { left: (box.x + box.width) * zoom + x, top: box.y * zoom + y };
        return (
          <span className="unsaved-layer__mark" key={id} style={at}>
            not saved
          </span>
        );
      })}
    </div>
  );
}

/** The ids of the things that waiting edits are about. */
function touchedBy(pending: PendingEdit[]): string[] {
  const found = pending.flatMap(({ params }) => {
    const { id, ids, items } = params as { id?: string; ids?: string[]; items?: { id: string }[] };
    return [...(id ? [id] : []), ...(ids ?? []), ...(items ?? []).map((item) => item.id)];
  });
  return [...new Set(found)];
}
