import { announce, boardStore } from "@/store/board";
import { clearLesson, lessonStore, showPredicted, takeGoals, takeLesson, told } from "@/store/lesson";
import { workshopStore } from "@/store/workshop";
import type { AskHint, Goals, GoToStep, LessonState, Predict } from "@/wire/messages";
import { RequestError, request } from "./rest";

const IN_THE_LESSON: ReadonlySet<string> = new Set(["hint", "solution", "gate", "lesson_opened"]);

/** Follows the lesson of the board that is open, when it has one. Returns the way to stop. */
export function watchLesson(board: string): () => void {
  let over = false;
  const look = () => {
    if (over || !boardStore.getState().lesson) return;
    void ask("GET", board, "");
  };
  const stop = boardStore.subscribe((now, before) => {
    // A connection that stands again may have missed what happened meanwhile.
    if (now.link === "live" && before.link !== "live") look();
    if (now.goals !== before.goals && now.goals) follow(now.goals, look);
  });
  // What the instructor of a workshop releases, and how far the steps are open, stands in the lesson.
  const listen = workshopStore.subscribe((now, before) => {
    if (now.event !== before.event && now.event && IN_THE_LESSON.has(now.event.what)) look();
  });
  return () => {
    over = true;
    stop();
    listen();
    clearLesson();
  };
}

function follow(now: Goals, look: () => void): void {
  const before = lessonStore.getState().lesson?.now;
  if (!takeGoals(now)) look();
  else if (before) announce(told(before, now));
}

export const goToStep = (step: number) => act("step/", { step } satisfies GoToStep);
export const askHint = (solution = false) => act("hint/", { solution } satisfies AskHint);
export const resetLesson = () => act("reset/", {});

let predictions = 0;

/** The colours are shown at once; of several answers on their way only the newest counts. */
export async function predict(answers: (boolean | null)[], reveal = false): Promise<boolean> {
  predictions += 1;
  const mine = predictions;
  showPredicted(answers);
  return act("predict/", { answers, reveal } satisfies Predict, () => mine === predictions);
}

/** Does something in the lesson of the board that is open; false when it was refused, and the panel says why. */
async function act(what: string, body: unknown, counts = () => true): Promise<boolean> {
  const board = boardStore.getState().board?.id;
  return board !== undefined && ask("POST", board, what, body, counts);
}

async function ask(method: string, board: string, what: string, body?: unknown, counts = () => true): Promise<boolean> {
  try {
    const found = await request<LessonState>(method, `boards/${board}/lesson/${what}`, body);
    if (counts()) takeLesson(found);
    return true;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    lessonStore.setState({ failure: error.message });
    return false;
  }
}
