import { useCallback, useEffect, useState } from "react";
import { showPacket } from "@/store/trace";
import type { TraceStep } from "./trace-steps";

const READING_MS = 2600;

/** Walks through the steps, by itself where motion is welcome and otherwise by hand. `at` is null while it is shut. */
export function useTrace(connection: string, steps: TraceStep[]) {
  const [at, setAt] = useState<number | null>(null);
  const [playing, setPlaying] = useState(false);
  const last = steps.length - 1;
  const step = at === null ? undefined : steps[Math.min(at, last)];

  useEffect(() => {
    if (step) showPacket({ connection, at: step.at, state: step.state });
    return () => showPacket(null);
  }, [connection, step]);

  useEffect(() => {
    if (!playing || at === null) return;
    if (at >= last) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(() => setAt(at + 1), READING_MS);
    return () => clearTimeout(timer);
  }, [playing, at, last]);

  const start = useCallback(() => {
    setAt(0);
    setPlaying(!matchMedia("(prefers-reduced-motion: reduce)").matches);
  }, []);
  const go = useCallback(
    (by: number) => {
      setPlaying(false);
      setAt((now) => Math.max(0, Math.min(last, (now ?? 0) + by)));
    },
    [last],
  );
  const stop = useCallback(() => {
    setPlaying(false);
    setAt(null);
  }, []);
  return { at: at === null ? null : Math.min(at, last), step, playing, start, go, stop, play: setPlaying };
}
