import type { DragEvent } from "react";
import { run } from "@/commands/command";
import { commandNamed } from "@/commands/list";
import { Icon, type IconName } from "@/panels/parts/Icon";
import { useBoard, useLesson, useReadOnly } from "@/store/use";
import { say } from "@/texts/left";
import "./palette.css";

/** The kind that a drop onto the canvas reads from the dragged data. */
const DRAGGED = "application/x-netpol";

type Kind = { kind: string; label: string; icon: IconName; command: string };

const KINDS: readonly Kind[] = [
  { kind: "pod", label: say.pod, icon: "pod", command: "add-pod" },
  { kind: "namespace", label: say.namespace, icon: "namespace", command: "add-namespace" },
  { kind: "host", label: say.externalIp, icon: "cloud", command: "add-host" },
  { kind: "internet", label: say.internet, icon: "globe", command: "add-internet" },
  { kind: "dns", label: say.dns, icon: "dns", command: "add-dns" },
  { kind: "policy", label: say.policy, icon: "policy", command: "add-policy" },
  { kind: "trial", label: say.podToTry, icon: "question", command: "try-pod" },
];

const HINTS: Record<string, string> = {
  trial: say.aPodWithAnyLabelsTo,
};
const NONE: readonly string[] = [];

/** Drag one to a place, or click it: then it goes where there is room. */
export function Palette() {
  const empty = useBoard((state) => Object.keys(state.namespaces).length === 0);
  const readOnly = useReadOnly();
  const locked = useLesson(({ lesson }) => lesson?.locked) ?? NONE;
  return (
    <div className="palette">
      {KINDS.map(({ kind, label, icon, command }) => {
        const { makes } = commandNamed(command);
        const fixed = makes !== undefined && locked.includes(makes);
        const blocked = fixed || (kind === "policy" && empty);
        return (
          <button
            className={`palette__tile palette__tile--${kind}`}
            disabled={blocked}
            draggable={!blocked && (!readOnly || kind === "trial")}
            key={kind}
            onClick={() => run(commandNamed(command))}
            onDragStart={(event) => startDrag(event, kind)}
            title={
              fixed
                ? say.thisLessonLeavesTheseAsThey
                : blocked
                  ? say.aPolicyNeedsANamespaceAdd
                  : (HINTS[kind] ?? say.dragOntoTheCanvasOrClick)
            }
            type="button"
          >
            <Icon name={icon} size={20} />
            {label}
          </button>
        );
      })}
    </div>
  );
}

function startDrag(event: DragEvent, kind: string) {
  event.dataTransfer.setData(DRAGGED, kind);
  event.dataTransfer.effectAllowed = "copy";
}
