import { useStore, useStoreApi } from "@xyflow/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { areaFor, restedArea, type Seen } from "./paint/area";
import type { View } from "./paint/scene";

const REST_MS = 180;

/** The part of the board that is painted now. It changes in the same moment as the view when that leaves it, and once
 * more when the view has come to rest. */
export function useArea(): View {
  const ratio = useRatio();
  const store = useStoreApi();
  const held = useRef<View | null>(null);
  const [rests, setRests] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after a rest the view is asked for its area once more
  const area = useCallback(
    (seen: Seen) => {
      held.current = areaFor(seen, ratio, held.current);
      return held.current;
    },
    [ratio, rests],
  );
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const rest = () => {
      if (!held.current) return;
      const next = restedArea(store.getState(), ratio, held.current);
      if (next === held.current) return;
      held.current = next;
      setRests((count) => count + 1);
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(rest, REST_MS);
    };
    later();
    const stop = store.subscribe((now, before) => now.transform !== before.transform && later());
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [store, ratio]);
  return useStore(area);
}

function useRatio(): number {
  const [ratio, setRatio] = useState(window.devicePixelRatio);
  useEffect(() => {
    const query = matchMedia(`(resolution: ${ratio}dppx)`);
    const changed = () => setRatio(window.devicePixelRatio);
    query.addEventListener("change", changed);
    return () => query.removeEventListener("change", changed);
  }, [ratio]);
  return ratio;
}
