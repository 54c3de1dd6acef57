import type { ConnectionVerdict } from "@/wire/messages";

type Verdicts = Record<string, ConnectionVerdict>;

const OUTCOMES: [boolean | null, string][] = [
  [false, "became blocked"],
  [true, "became allowed"],
  [null, "became undefined"],
];

/** "5 connections became blocked. 1 connection became allowed.", or "" when no known connection changed. */
export function announceFlips(before: Verdicts, after: Verdicts): string {
  if (before === after) return "";
  const flipped = Object.values(after).filter((now) => {
    const then = before[now.connection];
    return then !== undefined && then.allowed !== now.allowed;
  });
  return OUTCOMES.map(([outcome, words]): [number, string] => [
    flipped.filter(({ allowed }) => allowed === outcome).length,
    words,
  ])
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${count} ${count === 1 ? "connection" : "connections"} ${words}.`)
    .join(" ");
}
