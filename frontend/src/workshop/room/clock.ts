import { useSyncExternalStore } from "react";
import { workshopStore } from "@/store/workshop";

let timer: ReturnType<typeof setInterval> | undefined;
const watchers = new Set<() => void>();

/** One clock for the whole page: hundreds of rows tick together. */
function watch(tick: () => void): () => void {
  watchers.add(tick);
  timer ??= setInterval(() => {
    for (const each of watchers) each();
  }, 1000);
  return () => {
    watchers.delete(tick);
    if (watchers.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** Seconds by the server's clock, which stands still once the room is closed. */
export function useServerSeconds(): number {
  return useSyncExternalStore(watch, serverSeconds);
}

function serverSeconds(): number {
  const { skew, state } = workshopStore.getState();
  const closed = state?.workshop.closed_at;
  return Math.floor((closed ? Date.parse(closed) : Date.now() + skew) / 1000);
}
