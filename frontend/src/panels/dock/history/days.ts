import { say } from "@/texts/history";
import type { RevisionEntry } from "@/wire/messages";

export type Line = { kind: "day"; day: string } | { kind: "entry"; entry: RevisionEntry };

/** The entries, the newest first, under the days on which they were made. */
export function linesOf(entries: readonly RevisionEntry[], now: Date = new Date()): Line[] {
  const lines: Line[] = [];
  let last = "";
  for (const entry of entries) {
    const day = dayOf(entry.created_at, now);
    if (day !== last) lines.push({ kind: "day", day });
    last = day;
    lines.push({ kind: "entry", entry });
  }
  return lines;
}

/** "Today", "Yesterday", "Monday 3 June" and with the year when it is another. */
export function dayOf(iso: string, now: Date): string {
  const then = new Date(iso);
  const days = Math.round((midnight(now) - midnight(then)) / 86_400_000);
  if (days === 0) return say.today;
  if (days === 1) return say.yesterday;
  const [weekday, month] = [part(then, { weekday: "long" }), part(then, { month: "long" })];
  const year = then.getFullYear() === now.getFullYear() ? "" : ` ${then.getFullYear()}`;
  return `${weekday} ${then.getDate()} ${month}${year}`;
}

function part(time: Date, wanted: Intl.DateTimeFormatOptions): string {
  return time.toLocaleDateString("en-GB", wanted);
}

function midnight(time: Date): number {
  return new Date(time.getFullYear(), time.getMonth(), time.getDate()).getTime();
}

/** "14:05". */
export function timeOf(iso: string): string {
  return new Date(iso).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}

/** A page that was read, laid over what was known; the newest first. What was undone is told by later entries, so that
 * it holds for all when none is missing in between. */
export function merged(known: readonly RevisionEntry[], page: readonly RevisionEntry[]): RevisionEntry[] {
  const all = new Map([...known, ...page].map((entry) => [entry.revision, entry]));
  const sorted = [...all.values()].sort((a, b) => b.revision - a.revision);
  const taken = new Set<number>();
  for (const { revision, reverts } of sorted) if (reverts !== null && !taken.has(revision)) taken.add(reverts);
  return sorted.map((entry) => (entry.undone || !taken.has(entry.revision) ? entry : { ...entry, undone: true }));
}
