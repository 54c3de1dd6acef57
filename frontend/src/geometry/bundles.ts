import { say } from "@/texts/geometry";
import type { Arrow, Outcome } from "./arrows";

/** How many of some arrows are allowed. */
export interface Tally {
  allowed: number;
  all: number;
}

export interface Bundled {
  arrows: Arrow[];
  /** What runs within each folded namespace, where no arrow can be drawn. */
  inside: Map<string, Tally>;
}

const NAMED = 3;

/** Arrows as they are drawn. Several ports between the same two ends that were judged alike share one arrow; where an
 * end is folded into a box, all between the same two boxes do. `homeOf` gives the box that an end is folded into. */
export function bundled(arrows: readonly Arrow[], homeOf: (end: string) => string | undefined): Bundled {
  const groups = new Map<string, Arrow[]>();
  const inside = new Map<string, Tally>();
  for (const arrow of arrows) {
    const [from, to] = [homeOf(arrow.source), homeOf(arrow.destination)];
    const [source, destination] = [from ?? arrow.source, to ?? arrow.destination];
    if (from !== undefined && from === to) {
      if (arrow.faint) continue;
      const tally = inside.get(from) ?? { allowed: 0, all: 0 };
      tally.all++;
      if (arrow.outcome === "allowed") tally.allowed++;
      inside.set(from, tally);
      continue;
    }
    const folded = from !== undefined || to !== undefined;
    const kind = arrow.faint ? "faint " : "";
    const key = `${source} ${destination} ${kind}${folded ? "folded" : judged(arrow)}`;
    const home = folded ? { ...arrow, source, destination } : arrow;
    const group = groups.get(key);
    if (group) group.push(home);
    else groups.set(key, [home]);
  }
  return { arrows: [...groups].map(([key, group]) => together(key, group)), inside };
}

/** What two connections must have in common to share an arrow: its colour, its dashes and its crosses. */
function judged({ outcome, stopped }: Arrow): string {
  return `${outcome} ${stopped.source} ${stopped.destination}`;
}

function together(key: string, group: Arrow[]): Arrow {
  const [first] = group as [Arrow];
  if (group.length === 1) return first;
  const outcome = common(group.map((arrow) => arrow.outcome));
  const folded = key.endsWith("folded");
  return {
    ...first,
    id: key,
    outcome,
    // A mixture has no one gate at which it is stopped.
    stopped: {
      source: group.every(({ stopped }) => stopped.source),
      destination: group.every(({ stopped }) => stopped.destination),
    },
    text: folded ? (first.faint ? say.possible(group.length) : counted(group, outcome)) : listed(group),
    members: group.map(({ id }) => id),
  };
}

function common(outcomes: Outcome[]): Outcome {
  const [first = "unknown"] = outcomes;
  return outcomes.every((each) => each === first) ? first : "mixed";
}

/** "5 allowed", "3 of 5 allowed": a mixture is never one word, nor one colour. */
function counted(group: Arrow[], outcome: Outcome): string {
  if (outcome === "allowed" || outcome === "blocked" || outcome === "undefined") return `${group.length} ${outcome}`;
  if (outcome === "unknown") return String(group.length);
  return tallyText({ allowed: group.filter((arrow) => arrow.outcome === "allowed").length, all: group.length });
}

export function tallyText({ allowed, all }: Tally): string {
  return say.ofAllowed(allowed, all);
}

/** "80, 443, 8080 +2": the ports, smallest first. */
function listed(group: Arrow[]): string {
  const texts = group.map(({ text }) => text).sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  const more = texts.length - NAMED;
  return `${texts.slice(0, NAMED).join(", ")}${more > 0 ? ` +${more}` : ""}`;
}
