import { type KeyboardEvent, useMemo } from "react";
import { Button } from "@/panels/parts/Button";
import type { ConnectionVerdict } from "@/wire/messages";
import { traceSteps } from "./trace-steps";
import { useTrace } from "./use-trace";
import "./trace.css";

/** Plays a packet along the arrow through its gates, a step at a time with a caption. Left and right step, Esc ends. */
export function Trace({ verdict }: { verdict: ConnectionVerdict }) {
  const steps = useMemo(() => traceSteps(verdict), [verdict]);
  const trace = useTrace(verdict.connection, steps);
  if (trace.at === null || !trace.step) {
    return (
      <Button className="trace__start" icon="play" onClick={trace.start} small>
        Trace a packet
      </Button>
    );
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === "ArrowRight") trace.go(1);
    else if (event.key === "ArrowLeft") trace.go(-1);
    else if (event.key === "Escape") trace.stop();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const { step, at, playing } = trace;
  const last = at === steps.length - 1;
  return (
    <section aria-label="Trace of a packet" className="trace" onKeyDown={keys}>
      <p aria-live="polite" className="trace__caption" data-state={step.state}>
        <b>
          {at + 1} of {steps.length}: {step.title}
        </b>
        <span>{step.caption}</span>
      </p>
      <div className="trace__deeds">
        <Button aria-disabled={at === 0} onClick={() => trace.go(-1)} small>
          Back
        </Button>
        {/* Never disabled: the focus would be lost, and the keys with it. */}
        <Button autoFocus look="primary" onClick={() => (last ? trace.start() : trace.go(1))} small>
          {last ? "Again" : "Next"}
        </Button>
        {playing && (
          <Button look="quiet" onClick={() => trace.play(false)} small>
            Pause
          </Button>
        )}
        <Button look="quiet" onClick={trace.stop} small>
          End
        </Button>
      </div>
    </section>
  );
}
