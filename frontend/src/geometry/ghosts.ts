import { say } from "@/texts/geometry";
import type { Arrow } from "./arrows";

/** A connection that something would flip. */
export interface Flipping {
  source: string;
  destination: string;
  protocol: string;
  port: number;
  after: boolean;
  text: string;
}

export interface Within {
  opened: number;
  closed: number;
}

export interface Gathered {
  arrows: Arrow[];
  /** What would flip inside each folded namespace, where no arrow can be drawn. */
  within: Map<string, Within>;
}

/** Flips as arrows between what is drawn: those of pods that are folded into the same two boxes are one. */
export function gathered(flips: readonly Flipping[], homeOf: (end: string) => string | undefined): Gathered {
  const groups = new Map<string, { source: string; destination: string; flips: Flipping[] }>();
  const within = new Map<string, Within>();
  for (const flip of flips) {
    const [from, to] = [homeOf(flip.source), homeOf(flip.destination)];
    if (from !== undefined && from === to) {
      const count = within.get(from) ?? { opened: 0, closed: 0 };
      if (flip.after) count.opened++;
      else count.closed++;
      within.set(from, count);
      continue;
    }
    const [source, destination] = [from ?? flip.source, to ?? flip.destination];
    const key = `${source} ${destination} ${flip.after}`;
    const group = groups.get(key);
    if (group) group.flips.push(flip);
    else groups.set(key, { source, destination, flips: [flip] });
  }
  return { arrows: [...groups].map(([id, { flips: mine, ...ends }]) => together(id, ends, mine)), within };
}

function together(id: string, ends: Pick<Arrow, "source" | "destination">, flips: Flipping[]): Arrow {
  const after = flips[0]?.after === true;
  const texts = [...new Set(flips.map(({ text }) => text))];
  const same = flips.every(({ source, destination }) => source === ends.source && destination === ends.destination);
  const words = flips.length === 1 || (same && texts.length < 3) ? texts.join(", ") : say.connections(flips.length);
  return {
    id,
    ...ends,
    outcome: after ? "allowed" : "blocked",
    stopped: { source: false, destination: false },
    text: `${after ? "+" : "−"} ${words}`,
  };
}
