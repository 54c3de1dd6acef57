import { say } from "@/texts/workshop-open";
import type { BoardSummary, LessonEntry } from "@/wire/messages";

/** A lesson of the course, or a board of one's own, to stand in a workshop. One of `lesson` and `board` is null. */
export interface Choice {
  lesson: string | null;
  board: string | null;
  title: string;
  /** How long it takes; null where nobody has said. */
  minutes: number | null;
}

export function ofLesson({ id, title, minutes }: LessonEntry): Choice {
  return { lesson: id, board: null, title, minutes };
}

export function ofBoard({ id, name }: BoardSummary): Choice {
  return { lesson: null, board: id, title: name, minutes: null };
}

export function sameChoice(one: Choice, other: Choice): boolean {
  return one.lesson === other.lesson && one.board === other.board;
}

/** One place up (-1) or down (1); at the end it stays. */
export function moved(chosen: readonly Choice[], at: number, by: -1 | 1): Choice[] {
  const next = [...chosen];
  const [one] = next.splice(at, 1);
  if (one) next.splice(Math.max(0, at + by), 0, one);
  return next;
}

/** "7 lessons, about 45 minutes". */
export function lengthWords(chosen: readonly Choice[]): string {
  const minutes = chosen.reduce((sum, choice) => sum + (choice.minutes ?? 0), 0);
  const count = say.countOfLessons(chosen.length);
  return minutes === 0 ? count : say.aboutMinutes(count, minutes);
}
