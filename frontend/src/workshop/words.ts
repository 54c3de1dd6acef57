import { say } from "@/texts/workshop";

const DAY = new Intl.DateTimeFormat("en", { day: "numeric", month: "long", year: "numeric" });

/** "27 November 2026", for a time as the server writes it. */
export function dayOf(iso: string): string {
  return DAY.format(new Date(iso));
}

/** "1 learner", "24 learners". */
export function learnersWords(count: number): string {
  return say.countOfLearners(count);
}

/** "1 day", "14 days". */
export function daysWords(count: number): string {
  return say.countOfDays(count);
}
