/** After an import the view goes to what came: on a large board it may lie far away. */

import { boardStore } from "@/store/board";
import { camera } from "@/store/camera";
import type { ImportAnswer } from "@/wire/messages";

const LONGEST_WAIT = 5_000;

type Came = Pick<ImportAnswer, "revision" | "change">;

/** Shows the namespaces that pods came into, once the live connection has brought them here. */
export async function showArrived(came: Came): Promise<void> {
  const frames = framesOf(came);
  if (frames.length === 0 || !(await arrived(came.revision))) return;
  // The canvas has them with its next drawing.
  setTimeout(() => camera()?.fit(frames), 60);
}

/** The frames that are new or got new pods. */
export function framesOf({ change }: Came): string[] {
  const found = new Set<string>();
  for (const { table, record } of change.puts) {
    if (table === "namespaces") found.add(record.id);
    if (table === "pods") found.add(String(record.namespace));
  }
  return [...found];
}

function arrived(revision: number): Promise<boolean> {
  const here = () => boardStore.getState().revision >= revision;
  if (here()) return Promise.resolve(true);
  return new Promise((done) => {
    const answer = (came: boolean) => {
      stop();
      clearTimeout(patience);
      done(came);
    };
    const stop = boardStore.subscribe(() => here() && answer(true));
    const patience = setTimeout(() => answer(false), LONGEST_WAIT);
  });
}
