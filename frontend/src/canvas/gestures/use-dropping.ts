import { useReactFlow } from "@xyflow/react";
import type { DragEvent } from "react";
import { run } from "@/commands/command";
import { commandNamed } from "@/commands/list";
import { contains, type XY } from "@/geometry/shapes";
import { boardStore } from "@/store/board";
import { canvasStore } from "../state";

/** What the palette puts on a drag. */
const TYPE = "application/x-netpol";
const COMMANDS: Record<string, string> = {
  pod: "add-pod",
  namespace: "add-namespace",
  host: "add-host",
  internet: "add-internet",
  dns: "add-dns",
  policy: "add-policy",
  trial: "try-pod",
};

/** Dropping a thing of the palette onto the canvas adds it there. */
export function useDropping() {
  const flow = useReactFlow();
  const setFrame = (dropFrame: string | null) => {
    if (canvasStore.getState().dropFrame !== dropFrame) canvasStore.setState({ dropFrame });
  };
  return {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(TYPE)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
      setFrame(frameAt(flow.screenToFlowPosition({ x: event.clientX, y: event.clientY })));
    },
    onDragLeave: () => setFrame(null),
    onDrop: (event: DragEvent) => {
      setFrame(null);
      const command = COMMANDS[event.dataTransfer.getData(TYPE)];
      if (!command) return;
      event.preventDefault();
      run(commandNamed(command), flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }));
    },
  };
}

function frameAt(point: XY): string | null {
  return Object.values(boardStore.getState().namespaces).findLast((frame) => contains(frame, point))?.id ?? null;
}
