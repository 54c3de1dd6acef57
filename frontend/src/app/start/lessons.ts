import { addNotice, noticeFaults } from "@/store/board";
import { makeLesson } from "@/sync/author";
import { RequestError, request } from "@/sync/rest";
import { say } from "@/texts/start";
import type { MakeOwnLesson, StartedLesson } from "@/wire/messages";
import { createBoard, goTo } from "./boards";

/** Goes to this person's own board of a lesson; a refusal is told. */
export async function openLesson(id: string): Promise<void> {
  await told(async () => goTo((await request<StartedLesson>("POST", `lessons/${id}/start/`)).board));
}

/** Takes in a file of progress; false when it was refused, and the person has been told why. */
export async function bringProgress(text: string): Promise<boolean> {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    addNotice("error", say.thisIsNoFileOfProgress);
    return false;
  }
  return told(async () => {
    await request("POST", "lessons/progress/", file);
    addNotice("info", say.yourProgressIsHereLessonsBegin);
  });
}

/** Makes a lesson of one's own of something, and goes to the board on which it is written. */
export async function writeLesson(wanted: Partial<MakeOwnLesson>): Promise<void> {
  await told(async () => {
    const { board } = await makeLesson(wanted);
    if (board) goTo(board);
  });
}

/** The same on an empty board. */
export async function writeNewLesson(): Promise<void> {
  await told(async () => writeLesson({ board: await createBoard({ name: "New lesson" }) }));
}

async function told(deed: () => Promise<void>): Promise<boolean> {
  try {
    await deed();
    return true;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    noticeFaults(error.faults);
    return false;
  }
}
