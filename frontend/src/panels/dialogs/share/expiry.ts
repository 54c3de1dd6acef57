import { say } from "@/texts/share";

export const EXPIRIES = [
  { value: "1", label: say.for1Day },
  { value: "7", label: say.for7Days },
  { value: "30", label: say.for30Days },
  { value: "never", label: say.withoutEnd },
  { value: "date", label: say.untilADate },
] as const;

export type Expiry = (typeof EXPIRIES)[number]["value"];

const DAY_MS = 86_400_000;

/** The moment as the server takes it, null for never. A date counts to its end, in the person's own time zone;
 * undefined while none is chosen. */
export function expiresAt(expiry: Expiry, date: string, now: number = Date.now()): string | null | undefined {
  if (expiry === "never") return null;
  if (expiry !== "date") return new Date(now + Number(expiry) * DAY_MS).toISOString();
  const end = new Date(`${date}T23:59:59`);
  return Number.isNaN(end.getTime()) ? undefined : end.toISOString();
}

/** When a link ends, in a word or two. */
export function untilText(iso: string | null, now: number = Date.now()): string {
  if (iso === null) return "never expires";
  const left = Date.parse(iso) - now;
  if (left <= 0) return "expired";
  if (left > 2 * DAY_MS) return `expires ${new Date(iso).toLocaleDateString("en", { dateStyle: "medium" })}`;
  const hours = Math.max(1, Math.round(left / 3_600_000));
  return say.expiresIn(hours, hours === 1 ? "hour" : "hours");
}
