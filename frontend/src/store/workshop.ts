import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type {
  RoomMessage,
  SeatEntry,
  SeatFacts,
  WorkshopFacts,
  WorkshopMessage,
  WorkshopServerMessage,
  WorkshopState,
} from "@/wire/messages";

/** "unknown": there is no such workshop, or this browser has no part in it; "removed": the instructor took this learner
 * out. */
export type WorkshopLink = "connecting" | "live" | "offline" | "unknown" | "removed";

export interface WorkshopHeld {
  id: string;
  /** Null until the server has said how the workshop stands. */
  state: WorkshopState | null;
  link: WorkshopLink;
  /** The server's clock less this browser's, in ms. */
  skew: number;
  /** The lesson that the learner of this browser is in, by number; null in the lobby. */
  at: number | null;
  /** What just happened, for whoever must tell it; counted, so that the same may happen twice. */
  event: { what: WorkshopMessage["what"]; count: number } | null;
}

const EMPTY: WorkshopHeld = { id: "", state: null, link: "connecting", skew: 0, at: null, event: null };

export const workshopStore = createStore<WorkshopHeld>(() => EMPTY);

/** A part of the workshop's state; see `useBoard` for what a selector may make. */
export function useWorkshop<Part>(selector: (held: WorkshopHeld) => Part): Part {
  return useStore(workshopStore, selector);
}

export function enterWorkshop(id: string): void {
  workshopStore.setState({ ...EMPTY, id }, true);
}

export function leaveWorkshop(): void {
  workshopStore.setState(EMPTY, true);
}

export function setWorkshopLink(link: WorkshopLink): void {
  workshopStore.setState({ link });
}

/** Whether a board that may only be looked at can be edited again in a while: a learner's, until the workshop is over. */
export function thawsAgain({ state }: Pick<WorkshopHeld, "state">): boolean {
  return state?.you === "learner" && state.workshop.closed_at === null;
}

/** The whole state, as an answer or a first message brings it. Who is here is told live alone: what was known stays. */
export function takeWorkshop(state: WorkshopState): void {
  const before = workshopStore.getState().state?.room?.seats ?? [];
  const here = new Map(before.map((seat) => [seat.id, seat.here]));
  const seats = state.room?.seats.map((seat) => ({ ...seat, here: seat.here ?? here.get(seat.id) ?? null }));
  const room = state.room && seats ? { ...state.room, seats } : state.room;
  const workshop = newest(state.workshop);
  workshopStore.setState({ state: { ...state, workshop, room }, skew: skewOf(state.workshop) });
}

/** What is known already, when what is told is older: answers and messages may overtake one another. */
function newest(told: WorkshopFacts): WorkshopFacts {
  const known = workshopStore.getState().state?.workshop;
  return known && Date.parse(known.changed_at) > Date.parse(told.changed_at) ? known : told;
}

export function takeSeat(seat: SeatFacts): void {
  change((state) => ({ ...state, seat }));
}

/** Takes one message of the server in. */
export function hearOfWorkshop(message: WorkshopServerMessage): void {
  switch (message.type) {
    case "workshop_state":
      takeWorkshop(message.state);
      return;
    case "workshop": {
      const count = (workshopStore.getState().event?.count ?? 0) + 1;
      change((state) => ({ ...state, workshop: newest(message.workshop) }));
      workshopStore.setState({ skew: skewOf(message.workshop), event: { what: message.what, count } });
      return;
    }
    case "seat":
      if (message.what === "removed") workshopStore.setState({ link: "removed" });
      else takeSeat(message.seat);
      return;
    case "room":
      change((state) => withRoom(state, message));
      return;
    case "pong":
      return;
  }
}

function withRoom(state: WorkshopState, { seats, groups, predictions }: RoomMessage): WorkshopState {
  if (!state.room) return state;
  return { ...state, room: { ...state.room, seats: merged(state.room.seats, seats), groups, predictions } };
}

/** Those that did not change stay the same objects, so that their rows need no drawing. */
export function merged(seats: readonly SeatEntry[], news: readonly SeatEntry[]): SeatEntry[] {
  const fresh = new Map(news.map((seat) => [seat.id, seat]));
  const known = new Set(seats.map(({ id }) => id));
  return [...seats.map((seat) => fresh.get(seat.id) ?? seat), ...news.filter(({ id }) => !known.has(id))];
}

function change(how: (state: WorkshopState) => WorkshopState): void {
  workshopStore.setState(({ state }) => ({ state: state && how(state) }));
}

function skewOf({ now }: WorkshopFacts): number {
  return Date.parse(now) - Date.now();
}
