import { reachStore, takeReach } from "@/store/reach";
import type { BoardReachability } from "@/wire/messages";
import { askAfterChanges } from "./asking";

/** How many want it at the moment: the table and the canvas share one answer. */
let wanted = 0;
let stop: (() => void) | null = null;

/** Follows who may reach whom on a board, while anybody wants it. Returns the way to stop. */
export function watchReach(board: string): () => void {
  wanted += 1;
  stop ??= askAfterChanges<BoardReachability>(`boards/${board}/reachability/`, takeReach, (failure) =>
    reachStore.setState({ failure }),
  );
  let left = false;
  return () => {
    if (left) return;
    left = true;
    wanted -= 1;
    if (wanted > 0) return;
    stop?.();
    stop = null;
    reachStore.setState({ reach: null, failure: null });
  };
}
