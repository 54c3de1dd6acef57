import { say } from "@/texts/workshop-room";
import type { RoomLesson, SeatEntry, SeatWork } from "@/wire/messages";

/** How a learner stands with a lesson or a goal. "failing": tried, and not reached; "working": begun, not tried yet. */
export type Standing = "done" | "failing" | "working" | "none";

export const STANDING_WORDS: Record<Standing, string> = {
  done: say.done,
  failing: say.triedNotReached,
  working: say.begun,
  none: say.notBegun,
};

export function workIn({ work }: SeatEntry, lesson: number): SeatWork | undefined {
  return work.find((one) => one.lesson === lesson);
}

export function lessonStanding(seat: SeatEntry, lesson: number): Standing {
  const work = workIn(seat, lesson);
  if (!work) return "none";
  if (work.done) return "done";
  return work.tries > 0 ? "failing" : "working";
}

export function goalStanding(seat: SeatEntry, lesson: number, goal: string): Standing {
  const work = workIn(seat, lesson);
  if (!work) return "none";
  if (work.goals[goal]) return "done";
  return work.tries > 0 ? "failing" : "working";
}

/** How many goals of a lesson hold on a learner's board, of how many. */
export function goalsReached(seat: SeatEntry, { number, goals }: Pick<RoomLesson, "number" | "goals">) {
  const work = workIn(seat, number);
  return { reached: work ? goals.filter(({ id }) => work.goals[id]).length : 0, of: goals.length };
}

/** Whether the lesson that a learner is in is done: then no time runs. */
export function isThrough(seat: SeatEntry): boolean {
  return seat.lesson !== null && workIn(seat, seat.lesson)?.done === true;
}

/** "0:15", "12:04", "1:02:33". */
export function clockWords(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = String(seconds % 60).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}
