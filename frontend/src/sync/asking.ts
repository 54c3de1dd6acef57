import { boardStore } from "@/store/board";
import { RequestError, request } from "./rest";

/** Several messages often come together; and a keystroke must not wait for this. */
const PAUSE_MS = 60;

/** GETs `path` now and whenever the board's revision or a draft changes, one request at a time. Returns the way to
 * stop. */
export function askAfterChanges<Answer>(
  path: string,
  take: (answer: Answer) => void,
  fail: (reason: string) => void,
): () => void {
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
      const found = await request<Answer>("GET", path);
      if (!over) take(found);
    } catch (error) {
      if (!over && error instanceof RequestError) fail(error.message);
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
  };
}
