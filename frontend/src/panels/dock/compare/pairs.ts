/** The pairs of a comparison: as rows of a table, and as arrows between the pods and hosts of a board. */
import type { Tables } from "@/model/records";
import { idsOf, portsText } from "@/panels/right/fixes/ghosts-of";
import type { PairArrow } from "@/store/looking";
import type { ArrowTurn, Because, Pair, Responsibles } from "@/wire/messages";

export type Turn = Pair["turn"];
export type Column = "turn" | "source" | "destination" | "ports";
export interface Sorting {
  column: Column;
  down: boolean;
}

type World = Pick<Tables, "namespaces" | "pods" | "hosts" | "connections">;

/** More would hide the picture that they explain. */
const MOST = 300;
const ORDER: readonly Turn[] = ["gained", "lost", "changed", "unchanged"];

export function pairKey({ source, destination }: Pick<Pair, "source" | "destination">): string {
  return `${placeText(source)} → ${placeText(destination)}`;
}

/** "prod/web", "10.0.0.0/8, 192.168.0.0/16 and 3 more blocks". */
export function placeText(row: Pair["source"]): string {
  if (typeof row === "string") return row;
  const shown = row.cidrs.slice(0, 2).join(", ");
  return row.cidrs.length > 2 ? `${shown} and ${row.cidrs.length - 2} more blocks` : shown;
}

const SPAN = "1-65535";

/** "3306, UDP 53", "every port", "every UDP port"; empty for none. */
export function portWords(ports: Record<string, string[]>): string {
  const filled = Object.entries(ports).filter(([, spans]) => spans.length > 0);
  if (filled.length === 3 && filled.every(([, spans]) => spans[0] === SPAN)) return "every port";
  return filled
    .map(([protocol, spans]) => {
      if (spans[0] === SPAN) return `every ${protocol} port`;
      return protocol === "TCP" ? spans.join(", ") : `${protocol} ${spans.join(", ")}`;
    })
    .join("; ");
}

/** The rows that hold the text and are of that turn, in that order. A pair that gained some ports and lost others is
 * found under both. */
export function rowsOf(pairs: readonly Pair[], text: string, turn: Turn | "all", { column, down }: Sorting): Pair[] {
  const wanted = text.trim().toLowerCase();
  const found = pairs.filter((pair) => {
    const either = pair.turn === "changed" && (turn === "gained" || turn === "lost");
    if (turn !== "all" && pair.turn !== turn && !either) return false;
    return !wanted || searched(pair).includes(wanted);
  });
  const sign = down ? -1 : 1;
  return found.sort((a, b) => sign * compare(a, b, column) || pairKey(a).localeCompare(pairKey(b)));
}

function compare(a: Pair, b: Pair, column: Column): number {
  if (column === "turn") return ORDER.indexOf(a.turn) - ORDER.indexOf(b.turn);
  if (column === "ports") return portText(a).localeCompare(portText(b), "en", { numeric: true });
  return placeText(a[column]).localeCompare(placeText(b[column]));
}

function portText({ gained, lost, after }: Pair): string {
  return portWords(gained) || portWords(lost) || portWords(after);
}

function searched(pair: Pair): string {
  const policies = pair.why.flatMap(({ allowed_by, stopped_by }) => [...allowed_by, ...stopped_by]);
  const ports = [pair.gained, pair.lost, pair.after].map(portWords);
  return [pairKey(pair), ...ports, ...policies.map(({ policy }) => policy)].join(" ").toLowerCase();
}

/** "is let through by prod/db ingress[0] from[1] (line 17)", a sentence for each rule and policy. */
export function reasons({ gained, allowed_by, stopped_by }: Responsibles): string[] {
  const [passes, stops] = gained ? ["is", "was"] : ["was", "is"];
  return [
    ...allowed_by.map((one) => `${passes} let through by ${placeOf(one)}`),
    ...stopped_by.map((one) => `${stops} stopped by ${placeOf(one)}`),
  ];
}

function placeOf({ policy, rule, peer, line }: Because): string {
  const named = [policy, rule, peer].filter(Boolean).join(" ");
  return line === null ? named : `${named} (line ${line})`;
}

/** What pairs gained and lost as arrows, but for what an arrow that somebody drew shows by itself. */
export function pairArrows(pairs: readonly Pair[], world: World, turns: Record<string, ArrowTurn>): PairArrow[] {
  const drawn = new Set(
    Object.values(world.connections).map(
      ({ id, source, destination, protocol, port }) =>
        `${source} ${destination} ${turns[id]?.turn} ${portsText({ [protocol]: [String(port)] })}`,
    ),
  );
  const arrows: PairArrow[] = [];
  for (const pair of pairs) {
    for (const turn of ["gained", "lost"] as const) {
      const text = portsText(pair[turn]);
      if (!text) continue;
      for (const source of idsOf(pair.source, world)) {
        for (const destination of idsOf(pair.destination, world)) {
          if (source === destination || drawn.has(`${source} ${destination} ${turn} ${text}`)) continue;
          if (arrows.length >= MOST) return arrows;
          arrows.push({ id: `${turn} ${source} ${destination}`, source, destination, turn, text, pair: pairKey(pair) });
        }
      }
    }
  }
  return arrows;
}

/** The ends of a pair on the canvas, and the arrows that belong to it. */
export function shownOf(pair: Pair, world: World): { ends: string[]; arrows: string[] } {
  const [sources, destinations] = [idsOf(pair.source, world), idsOf(pair.destination, world)];
  const arrows = Object.values(world.connections)
    .filter(({ source, destination }) => sources.includes(source) && destinations.includes(destination))
    .map(({ id }) => id);
  return { ends: [...new Set([...sources, ...destinations])], arrows };
}
