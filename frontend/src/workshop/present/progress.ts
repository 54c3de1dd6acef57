import type { Room, SeatEntry } from "@/wire/messages";
import { goalStanding, lessonStanding } from "../room/standing";

/** How many of the room reached something. */
export interface Count {
  id: string;
  words: string;
  reached: number;
}

export function inRoom({ seats }: Room): SeatEntry[] {
  return seats.filter(({ removed }) => !removed);
}

/** By goal that learners are shown, how many reached it; nobody is named. */
export function goalCounts(room: Room, lesson: number): Count[] {
  const known = room.lessons.find(({ number }) => number === lesson);
  const seats = inRoom(room);
  return (known?.goals ?? [])
    .filter(({ hidden }) => !hidden)
    .map(({ id, sentence }) => ({
      id,
      words: sentence,
      reached: seats.filter((seat) => goalStanding(seat, lesson, id) === "done").length,
    }));
}

export function doneCount(room: Room, lesson: number): number {
  return inRoom(room).filter((seat) => lessonStanding(seat, lesson) === "done").length;
}
