import { clearProblems, problemsStore, takeProblems } from "@/store/problems";
import type { BoardProblems } from "@/wire/messages";
import { askAfterChanges } from "./asking";

/** Follows the board's problems. Returns the way to stop. */
export function watchProblems(board: string): () => void {
  const stop = askAfterChanges<BoardProblems>(
    `boards/${board}/problems/`,
    ({ problems }) => takeProblems(problems),
    (failure) => problemsStore.setState({ failure }),
  );
  return () => {
    stop();
    clearProblems();
  };
}
