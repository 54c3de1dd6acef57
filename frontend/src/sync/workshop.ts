import { noticeFaults } from "@/store/board";
import {
  enterWorkshop,
  hearOfWorkshop,
  leaveWorkshop,
  setWorkshopLink,
  takeSeat,
  takeWorkshop,
  workshopStore,
} from "@/store/workshop";
import type {
  BeginHere,
  Freeze,
  Gate,
  LessonChoice,
  OpenLesson,
  Release,
  ResetSeats,
  SeatFacts,
  SeatPatch,
  Show,
  StartedLesson,
  WorkshopClientMessage,
  WorkshopPatch,
  WorkshopServerMessage,
  WorkshopState,
} from "@/wire/messages";
import { RequestError, request } from "./rest";
import { ANEW, connect, ENDED } from "./socket";

/** Follows a workshop, as its instructor or as a learner. Returns the way to stop. */
export function watchWorkshop(id: string): () => void {
  enterWorkshop(id);
  const attend = () => socket.send({ type: "attend", here: !document.hidden });
  const socket = connect<WorkshopServerMessage, WorkshopClientMessage>(`/ws/workshops/${id}/`, {
    message: (message) => {
      hearOfWorkshop(message);
      if (message.type !== "workshop_state") return;
      setWorkshopLink("live");
      if (message.state.you === "learner" && document.hidden) attend();
    },
    down: () => setWorkshopLink("offline"),
    over: (code) => (code === ANEW ? location.reload() : setWorkshopLink(code === ENDED ? "removed" : "unknown")),
  });
  const turned = () => {
    if (workshopStore.getState().state?.you === "learner") attend();
  };
  document.addEventListener("visibilitychange", turned);
  return () => {
    document.removeEventListener("visibilitychange", turned);
    socket.close();
    leaveWorkshop();
  };
}

// What an instructor does. Each is false when it was refused; then a notice says why.

export const openLesson = (which: OpenLesson) => instruct("POST", "open/", which);
export const addLesson = (choice: LessonChoice) => instruct("POST", "lessons/", choice);
export const setGate = (lesson: number, step: number | null) =>
  instruct("POST", "gate/", { lesson, step } satisfies Gate);
export const freeze = (frozen: boolean) => instruct("POST", "freeze/", { frozen } satisfies Freeze);
export const release = (lesson: number, what: Release["what"]) =>
  instruct("POST", "release/", { lesson, what } satisfies Release);
export const resetSeats = (which: ResetSeats) => instruct("POST", "reset/", which);
export const show = (what: Show) => instruct("POST", "show/", what);
export const closeRoom = () => instruct("POST", "close/", {});
export const lowerHand = (seat: string) => instruct("PATCH", `seats/${seat}/`, { hand: false } satisfies SeatPatch);
export const takeOut = (seat: string) => instruct("DELETE", `seats/${seat}/`);
export const letIn = (seat: string) => instruct("POST", `seats/${seat}/restore/`, {});

/** All of it, at once and for good. */
export const deleteWorkshop = () => told(() => request<null>("DELETE", place("")));

/** Renames the workshop. Rejects with `RequestError`. */
export const renameWorkshop = (title: string) => put("PATCH", "", { title } satisfies WorkshopPatch);

/** Renames a learner. Rejects with `RequestError`. */
export const renameLearner = (seat: string, nickname: string) =>
  put("PATCH", `seats/${seat}/`, { nickname } satisfies SeatPatch);

async function put(method: string, what: string, body?: unknown): Promise<void> {
  takeWorkshop(await request<WorkshopState>(method, place(what), body));
}

function instruct(method: string, what: string, body?: unknown): Promise<boolean> {
  return told(() => put(method, what, body));
}

// What a learner does.

/** Renames this learner. Rejects with `RequestError`. */
export async function renameSeat(nickname: string): Promise<void> {
  takeSeat(await request<SeatFacts>("PATCH", place("seat/"), { nickname } satisfies SeatPatch));
}

export function raiseHand(hand: boolean): Promise<boolean> {
  return told(async () => {
    takeSeat(await request<SeatFacts>("PATCH", place("seat/"), { hand } satisfies SeatPatch));
  });
}

/** Goes to a lesson that is open, on this learner's own board of it. */
export function goToLesson(lesson: number): Promise<boolean> {
  return told(async () => {
    const { id } = workshopStore.getState();
    await request<StartedLesson>("POST", place("seat/board/"), { lesson } satisfies BeginHere);
    takeSeat(await request<SeatFacts>("GET", place("seat/")));
    remember(id, lesson);
    workshopStore.setState({ at: lesson });
  });
}

/** The lesson that this tab, or this browser, was in last. */
export function lastLesson(id: string): number | null {
  const kept = sessionStorage.getItem(keyOf(id)) ?? localStorage.getItem(keyOf(id));
  return kept === null ? null : Number(kept);
}

function remember(id: string, lesson: number): void {
  sessionStorage.setItem(keyOf(id), String(lesson));
  localStorage.setItem(keyOf(id), String(lesson));
}

const keyOf = (id: string) => `netpol.workshop.${id}`;
const place = (what: string) => `workshops/${workshopStore.getState().id}/${what}`;

async function told(deed: () => Promise<unknown>): Promise<boolean> {
  try {
    await deed();
    return true;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    noticeFaults(error.faults);
    return false;
  }
}
