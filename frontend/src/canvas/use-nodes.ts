import { applyNodeChanges, type NodeChange } from "@xyflow/react";
import { type Dispatch, type SetStateAction, useCallback, useEffect, useRef, useState } from "react";
import type { Ref } from "@/model/records";
import { useFolds } from "@/store/folds";
import { select, uiStore } from "@/store/ui";
import { useBoard, useUi } from "@/store/use";
import { useSnapping } from "./gestures/use-snapping";
import { type BoardNode, buildNodes, TABLE_OF } from "./nodes/build-nodes";
import { useShown } from "./use-shown";

/** The board's nodes, and what to do when React Flow moves or selects them. Moves stay here until the gesture ends;
 * the selection goes straight to the store, where the panels see it too. */
export function useNodes() {
  const [nodes, setNodes] = useState<BoardNode[]>([]);
  const latest = useRef(nodes);
  latest.current = nodes;

  const snap = useSnapping();
  const onNodesChange = useCallback(
    (changes: NodeChange<BoardNode>[]) => {
      const selecting = new Map(
        changes.flatMap((change) => (change.type === "select" ? [[change.id, change.selected]] : [])),
      );
      const moving = changes.filter((change) => change.type === "position" || change.type === "dimensions");
      if (moving.length > 0)
        setNodes((before) =>
          applyNodeChanges(
            moving.map((each) => snap(each, before)),
            before,
          ),
        );
      if (selecting.size > 0) takeSelection(latest.current, selecting);
    },
    [snap],
  );
  return { nodes, setNodes, onNodesChange };
}

/** Builds the nodes anew when the board changes. It renders nothing, and stands apart: of most edits the nodes stay the
 * same list, and then React Flow need not hear of them. */
export function BoardNodes({ setNodes }: { setNodes: Dispatch<SetStateAction<BoardNode[]>> }) {
  const { namespaces, pods, hosts, isolation } = useShown();
  const policies = useBoard((board) => board.policies);
  const folds = useFolds((state) => state);
  const selection = useUi((ui) => ui.selection);
  useEffect(() => {
    setNodes((before) => buildNodes({ namespaces, pods, hosts, isolation, policies }, folds, selection, before));
  }, [namespaces, pods, hosts, isolation, policies, folds, selection, setNodes]);
  return null;
}

function takeSelection(nodes: BoardNode[], changed: Map<string, boolean>): void {
  const refs = nodes.flatMap((node): Ref[] => {
    const chosen = changed.get(node.id) ?? node.selected;
    return chosen ? [{ table: TABLE_OF[node.type], id: node.id }] : [];
  });
  const { selection } = uiStore.getState();
  // React Flow clears its nodes when an arrow has been selected: that must not clear the arrow.
  if (refs.length === 0 && selection.every(({ table }) => table === "connections" || table === "policies")) return;
  select(refs);
}
