import { addNotice } from "@/store/board";
import { hazardsStore } from "@/store/hazards";
import type { AttackAnswer, BoardExposure } from "@/wire/messages";
import { askAfterChanges } from "./asking";

const tell = (reason: string) => void addNotice("error", reason);

/** Follows how widely each pod could be reached. Returns the way to stop. */
export function watchExposure(board: string): () => void {
  const stop = askAfterChanges<BoardExposure>(
    `boards/${board}/exposure/`,
    ({ pods }) => hazardsStore.setState({ shades: pods }),
    tell,
  );
  return () => {
    stop();
    hazardsStore.setState({ shades: {} });
  };
}

/** Follows what falls with a pod, within so many hops. Returns the way to stop. */
export function watchAttack(board: string, start: string, hops: string): () => void {
  const stop = askAfterChanges<AttackAnswer>(
    `boards/${board}/attack/?from=${start}&hops=${hops}`,
    ({ fallen }) => hazardsStore.setState({ attack: { start, fallen, shown: null } }),
    tell,
  );
  return () => {
    stop();
    hazardsStore.setState({ attack: null });
  };
}
