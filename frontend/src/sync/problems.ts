import { boardStore } from "@/store/board";
import { clearProblems, problemsStore, takeProblems } from "@/store/problems";
import type { BoardProblems } from "@/wire/messages";
import { RequestError, request } from "./rest";

/** Several messages often come together; and a keystroke must not wait for this. */
const PAUSE_MS = 60;

/** Asks for the board's problems whenever its revision or a draft changes, one request at a time. Returns the way to
 * stop. */
export function watchProblems(board: string): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking = false;
  let again = false;
  let over = false;

  const ask = async () => {
    if (asking) {
      again = true;
      return;
    }
    asking = true;
    try {
      const found = await request<BoardProblems>("GET", `boards/${board}/problems/`);
      if (!over) takeProblems(found.problems);
    } catch (error) {
      if (!over && error instanceof RequestError) problemsStore.setState({ failure: error.message });
    }
    asking = false;
    if (again && !over) {
      again = false;
      void ask();
    }
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), PAUSE_MS);
  };
  const stop = boardStore.subscribe((now, before) => {
    if (now.revision !== before.revision || now.drafts !== before.drafts) soon();
  });
  soon();
  return () => {
    over = true;
    clearTimeout(timer);
    stop();
    clearProblems();
  };
}
