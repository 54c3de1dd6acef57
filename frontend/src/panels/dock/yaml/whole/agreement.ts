import type { PolicyRecord } from "@/model/records";
import { assign, type Held } from "./assign";
import { asPart, joined, partsOf, same } from "./documents";

/** The whole text beside the board: what it was made from, and where both changed. */
export interface Agreement {
  text: string;
  held: Held[];
  /** Policies that somebody else changed while they were changed here too. */
  conflicts: string[];
}

/** The whole text after others' edits: what was not touched here follows the board; what was typed here stays. */
export function followed({ text, held }: Pick<Agreement, "text" | "held">, policies: PolicyRecord[]): Agreement {
  const board = new Map(policies.map((policy) => [policy.id, policy.text]));
  const come = policies
    .filter(({ id }) => !held.some((each) => each.id === id))
    .map(({ id, text: now }) => ({ id, text: now }));
  // A policy that was added here is on the board now: its document is found by its text or name.
  const parts = partsOf(text);
  const ids = assign(parts, [...held, ...come]);
  const texts: string[] = parts.map((part) => part.text);
  const conflicts: string[] = [];
  const next: Held[] = [];
  for (const { id, text: base } of [...held, ...come]) {
    const now = board.get(id);
    const at = ids.indexOf(id);
    const shown = at === -1 ? null : (texts[at] ?? "");
    const untouched = shown !== null && same(shown, asPart(base));
    if (now === undefined) {
      // Removed by somebody else. What was changed here stays, as a new policy.
      if (untouched) texts[at] = "";
      continue;
    }
    if (shown === null && come.some((each) => each.id === id)) texts.push(asPart(now));
    else if (untouched && !same(shown, asPart(now))) texts[at] = asPart(now);
    const alike = shown !== null && (untouched || same(shown, asPart(now)));
    const agreed = alike || now === base;
    if (!agreed) conflicts.push(id);
    next.push({ id, text: agreed ? now : base });
  }
  const kept = texts.filter((each) => each.trim() !== "");
  const changed = kept.length !== parts.length || kept.some((each, index) => each !== parts[index]?.text);
  return { text: changed ? joined(kept) : text, held: next, conflicts };
}
