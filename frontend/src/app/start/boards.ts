import { noticeFaults } from "@/store/board";
import { RequestError, request } from "@/sync/rest";
import type { BoardWhole, NewBoard } from "@/wire/messages";

/** Makes a board and returns its id. Rejects with `RequestError`. */
export async function createBoard(wanted: Partial<NewBoard>): Promise<string> {
  const { id } = await request<Pick<BoardWhole, "id">>("POST", "boards/", wanted);
  return id;
}

export function goTo(board: string): void {
  location.assign(`/boards/${board}/`);
}

/** Makes a board and goes there; a refusal is told to the person. */
export async function startBoard(wanted: Partial<NewBoard>): Promise<void> {
  try {
    goTo(await createBoard(wanted));
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    noticeFaults(error.faults);
  }
}
