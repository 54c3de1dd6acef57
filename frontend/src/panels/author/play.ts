import { noticeFaults } from "@/store/board";
import { settle } from "@/sync/author";
import { RequestError, request } from "@/sync/rest";
import type { StartedLesson } from "@/wire/messages";

/** Goes to the author's own learner's board, with the lesson at its start. */
export async function playOwnLesson(id: string): Promise<void> {
  if (!(await settle())) return;
  try {
    const { board } = await request<StartedLesson>("POST", `lessons/${id}/start/`);
    await request("POST", `boards/${board}/lesson/reset/`);
    location.assign(`/boards/${board}/`);
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    noticeFaults(error.faults);
  }
}
