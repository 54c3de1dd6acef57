import type { SeatFacts, WorkshopFacts } from "@/wire/messages";

/** A lesson as a learner sees it in their list. */
export interface LessonLine {
  number: number;
  title: string;
  open: boolean;
  done: boolean;
  /** The room is asked to be in it. */
  current: boolean;
}

export function lessonLines({ lessons, opened, current }: WorkshopFacts, seat: SeatFacts): LessonLine[] {
  const done = new Set(seat.boards.filter((board) => board.done).map(({ lesson }) => lesson));
  return lessons.map(({ number, title }) => ({
    number,
    title,
    open: number < opened,
    done: done.has(number),
    current: number === current,
  }));
}

/** Where a learner goes on: the lesson that they were in last, else the one that the room is in; null in the lobby. */
export function whereToBegin({ opened, current }: WorkshopFacts, last: number | null): number | null {
  if (opened === 0) return null;
  if (last !== null && Number.isInteger(last) && last >= 0 && last < opened) return last;
  return current ?? 0;
}
