import { authorStore, clearAuthor, takeOwnLesson, typeManuscript } from "@/store/author";
import { announce, boardStore } from "@/store/board";
import type {
  KeepManuscript,
  MakeOwnLesson,
  Manuscript,
  OwnLessonState,
  PreviewedText,
  RecordLesson,
  ShowLesson,
} from "@/wire/messages";
import { RequestError, request } from "./rest";

/** Typing is kept after a pause of this long. */
const PAUSE_MS = 500;

let timer: ReturnType<typeof setTimeout> | undefined;
let sending: Promise<boolean> | null = null;

/** Follows the lesson that is written on the open board, when there is one. Returns the way to stop. */
export function watchOwnLesson(): () => void {
  const look = (id: string | null) => {
    if (id) void asked(request<OwnLessonState>("GET", `lessons/own/${id}/`));
    else clearAuthor();
  };
  look(boardStore.getState().ownLesson);
  const stop = boardStore.subscribe((now, before) => {
    if (now.ownLesson !== before.ownLesson) look(now.ownLesson);
  });
  window.addEventListener("beforeunload", keepBeforeLeaving);
  return () => {
    stop();
    window.removeEventListener("beforeunload", keepBeforeLeaving);
    clearTimeout(timer);
    clearAuthor();
  };
}

/** Makes a lesson; answers where it is written. Rejects with `RequestError`. */
export function makeLesson(wanted: Partial<MakeOwnLesson>): Promise<OwnLessonState> {
  return request<OwnLessonState>("POST", "lessons/own/", wanted);
}

/** Takes in what was typed; it is kept after a pause. */
export function write(part: Partial<Manuscript>): void {
  typeManuscript(part);
  clearTimeout(timer);
  timer = setTimeout(() => void keep(), PAUSE_MS);
}

/** Keeps what was typed, one request at a time. False when that failed. */
async function keep(): Promise<boolean> {
  clearTimeout(timer);
  if (sending) {
    await sending;
    return authorStore.getState().kept === "sending" ? keep() : authorStore.getState().kept === "kept";
  }
  const { held, kept } = authorStore.getState();
  if (!held || kept === "kept") return true;
  sending = send(held);
  const done = await sending;
  sending = null;
  return done;
}

async function send({ id, manuscript, version }: OwnLessonState): Promise<boolean> {
  const body: KeepManuscript = { manuscript, version };
  try {
    const answer = await request<OwnLessonState>("PUT", `lessons/own/${id}/`, body);
    const now = authorStore.getState().held?.manuscript ?? null;
    takeOwnLesson(answer, now === manuscript ? null : now);
    authorStore.setState({ kept: now === manuscript ? "kept" : "sending" });
    return true;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    authorStore.setState({ kept: "failed", failure: error.message });
    return false;
  }
}

/** Takes from the board as it stands. `at`: which wrong solution, null for one more. */
export async function record(what: RecordLesson["what"], at: number | null = null): Promise<boolean> {
  if (!(await keep())) return false;
  const { held } = authorStore.getState();
  if (!held) return false;
  const body: RecordLesson = { what, at, version: held.version };
  return asked(request<OwnLessonState>("POST", `lessons/own/${held.id}/record/`, body));
}

/** Puts on the board what was recorded, as one edit that undo takes back. */
export async function show(what: ShowLesson["what"], at: number | null = null): Promise<boolean> {
  if (!(await keep())) return false;
  const { held } = authorStore.getState();
  return held !== null && asked(request<OwnLessonState>("POST", `lessons/own/${held.id}/show/`, { what, at }));
}

/** Everything that was typed is kept: now it can be played, or taken along. */
export const settle = keep;

export function preview(text: string): Promise<PreviewedText> {
  return request<PreviewedText>("POST", `lessons/own/${authorStore.getState().held?.id}/text/`, { text });
}

async function asked(answer: Promise<OwnLessonState>): Promise<boolean> {
  try {
    takeOwnLesson(await answer);
    return true;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    authorStore.setState({ failure: error.message });
    announce(error.message);
    return false;
  }
}

function keepBeforeLeaving(event: BeforeUnloadEvent): void {
  if (authorStore.getState().kept === "kept") return;
  void keep();
  event.preventDefault();
}
