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

/** Seconds by the server's clock. */
export function useServerSeconds(): number {
  return useSyncExternalStore(watch, () => Math.floor((Date.now() + workshopStore.getState().skew) / 1000));
}
