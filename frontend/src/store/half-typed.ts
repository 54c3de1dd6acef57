import { say } from "@/texts/store";
import { addNotice, boardStore } from "./board";
import { wordsFor } from "./words-for";

/** A field that a person may be typing into. */
export interface HalfTyped {
  /** The id of the thing that the field is about. */
  id: string | null;
  /** That thing, as `wordsFor` has it, while it was there. */
  words: string;
  label: string;
  /** Null or empty while nothing stands there that the board does not have. */
  typed: string | null;
}

/** To be called when a field goes: when that is because somebody deleted the thing, what stood there is kept. */
export function keepHalfTyped({ id, words, label, typed }: HalfTyped): void {
  const { board, ...tables } = boardStore.getState();
  // Without a board the whole page goes, and that asks before.
  if (!id || !typed?.trim() || board === null || wordsFor(tables, id)) return;
  addNotice("error", say.wasDeletedWhileYouWereTyping(words, label), typed);
}
