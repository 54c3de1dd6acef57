import type { KeyboardEvent, PointerEvent } from "react";
import { changeTrial, endTrial, type Trial } from "@/store/hazards";
import type { WhatIfAnswer } from "@/wire/messages";
import { CanvasIcon } from "../parts/CanvasIcon";
import { useFrame, useTried } from "./use-trial";

const STEP = 20;
const STEPS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

type Props = { trial: Trial; tried: WhatIfAnswer | null; at: { x: number; y: number }; zoom: number };

/** The pod to try: its head is dragged, or moved by the arrow keys; its labels are typed. */
export function TrialCard({ trial, tried, at, zoom }: Props) {
  const frame = useFrame(trial);
  const failure = useTried(trial, frame);
  const drag = (event: PointerEvent) => {
    if (event.buttons !== 1 || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    changeTrial({ x: trial.x + event.movementX / zoom, y: trial.y + event.movementY / zoom });
  };
  const nudge = (event: KeyboardEvent) => {
    const [dx, dy] = STEPS[event.key] ?? [0, 0];
    if (dx === 0 && dy === 0) return;
    event.preventDefault();
    event.stopPropagation();
    changeTrial({ x: trial.x + dx, y: trial.y + dy });
  };
  return (
    <section
      aria-label="Pod to try"
      className="trial-card"
      onKeyDown={(event) => {
        if (event.key === "Escape") endTrial();
        event.stopPropagation();
      }}
      onPointerDown={(event) => event.stopPropagation()}
      style={{ left: at.x, top: at.y }}
    >
      <header>
        <button
          aria-label="Move the pod to try: drag it, or use the arrow keys"
          className="trial-card__grip"
          onKeyDown={nudge}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={drag}
          type="button"
        >
          <CanvasIcon name="pod" /> Pod to try
        </button>
        <button aria-label="Put the pod to try away" className="trial-card__close" onClick={endTrial} type="button">
          <CanvasIcon name="close" size={12} />
        </button>
      </header>
      <Text label="Labels" onChange={(labels) => changeTrial({ labels })} placeholder="role=api" value={trial.labels} />
      {frame ? (
        <p>in namespace {frame.name}</p>
      ) : (
        <>
          <Text
            label="New namespace"
            onChange={(namespace) => changeTrial({ namespace })}
            placeholder="its name, or drag into a frame"
            value={trial.namespace}
          />
          <Text
            label="Labels of the namespace"
            onChange={(namespaceLabels) => changeTrial({ namespaceLabels })}
            placeholder="its labels: team=a"
            value={trial.namespaceLabels}
          />
        </>
      )}
      <p role="status">{failure ?? (tried ? summary(tried) : "Never stored, never exported.")}</p>
    </section>
  );
}

function Text(props: { label: string; value: string; placeholder: string; onChange: (text: string) => void }) {
  return (
    <input
      aria-label={props.label}
      autoComplete="off"
      onChange={(event) => props.onChange(event.target.value)}
      placeholder={props.placeholder}
      spellCheck={false}
      value={props.value}
    />
  );
}

function summary({ places, ingress, egress }: WhatIfAnswer): string {
  const all = Object.values(places);
  const out = all.filter(({ reaches }) => Object.keys(reaches).length > 0).length;
  const back = all.filter(({ reached_by }) => Object.keys(reached_by).length > 0).length;
  const held = ingress + egress === 0 ? "isolated by no policy" : `isolated in by ${ingress}, out by ${egress}`;
  return `Reaches ${out} of ${all.length}, reached by ${back}; ${held}.`;
}
