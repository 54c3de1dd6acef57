import type { DragEvent } from "react";
import { run } from "@/commands/command";
import { commandNamed } from "@/commands/list";
import { Icon, type IconName } from "@/panels/parts/Icon";
import { useBoard, useLesson, useReadOnly } from "@/store/use";
import "./palette.css";

/** The kind that a drop onto the canvas reads from the dragged data. */
const DRAGGED = "application/x-netpol";

type Kind = { kind: string; label: string; icon: IconName; command: string };

const KINDS: readonly Kind[] = [
  { kind: "pod", label: "Pod", icon: "pod", command: "add-pod" },
  { kind: "namespace", label: "Namespace", icon: "namespace", command: "add-namespace" },
  { kind: "host", label: "External IP", icon: "cloud", command: "add-host" },
  { kind: "internet", label: "Internet", icon: "globe", command: "add-internet" },
  { kind: "dns", label: "DNS", icon: "dns", command: "add-dns" },
  { kind: "policy", label: "Policy", icon: "policy", command: "add-policy" },
  { kind: "trial", label: "Pod to try", icon: "question", command: "try-pod" },
];

const HINTS: Record<string, string> = {
  trial: "A pod with any labels, to see what it would reach; it is never stored",
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
        const fixed = locked.includes(kind === "policy" ? "policies" : `${kind}s`);
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
                ? "This lesson leaves these as they are"
                : blocked
                  ? "A policy needs a namespace: add one first"
                  : (HINTS[kind] ?? "Drag onto the canvas, or click to add")
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
