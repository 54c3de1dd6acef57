/** Connections that nobody drew, as faint arrows: what passes on the ports that pods expose. */
import type { Arrow } from "@/geometry/arrows";
import { hasPort, onePort } from "@/model/port-words";
import type { Protocol, Tables } from "@/model/records";
import type { Reach } from "@/store/reach";
import type { Pair } from "@/store/ui";

type World = Pick<Tables, "pods" | "hosts" | "connections">;

export interface Possible {
  arrows: Arrow[];
  /** There are more than may be drawn. */
  more: boolean;
}

const MARK = "possible";
const STOPPED = { source: false, destination: false };

/** What passes to exposed ports and is not drawn, with an end among `scope` (null: anywhere), `most` arrows at most. */
export function possibleArrows(reach: Reach, world: World, scope: ReadonlySet<string> | null, most: number): Possible {
  const { pods, hosts, connections } = world;
  const drawn = new Set(Object.values(connections).map(idOf));
  const sources = [...Object.keys(pods), ...Object.keys(hosts)];
  const arrows: Arrow[] = [];
  for (const { id: destination, ports } of Object.values(pods)) {
    if (ports.length === 0) continue;
    const inside = scope === null || scope.has(destination);
    for (const source of inside ? sources : (scope ?? [])) {
      if (source === destination) continue;
      for (const { protocol, port } of ports) {
        const pair = { source, destination, protocol, port };
        if (drawn.has(idOf(pair)) || !passes(reach, pair)) continue;
        if (arrows.length === most) return { arrows, more: true };
        arrows.push(faint(pair, true));
      }
    }
  }
  return { arrows, more: false };
}

/** The connection that is looked at, whether it passes or not; nothing when it is drawn or cannot be said. */
export function pairArrow(reach: Reach, { connections }: Pick<World, "connections">, pair: Pair): Arrow[] {
  const known = Object.values(connections).some((each) => idOf(each) === idOf(pair));
  if (known || !reach.endOf.has(pair.source) || !reach.endOf.has(pair.destination)) return [];
  return [faint(pair, passes(reach, pair))];
}

function passes(reach: Reach, { source, destination, protocol, port }: Pair): boolean {
  const [one, other] = [reach.endOf.get(source)?.number, reach.endOf.get(destination)?.number];
  if (one == null || other == null) return false;
  return reach.always(source, destination) || hasPort(reach.ports[reach.between(one, other)] ?? {}, protocol, port);
}

function faint(pair: Pair, open: boolean): Arrow {
  const { source, destination } = pair;
  const outcome = open ? "allowed" : "blocked";
  return { id: idOf(pair), source, destination, outcome, stopped: STOPPED, text: onePort(pair), faint: true };
}

export function idOf({ source, destination, protocol, port }: Pair): string {
  return `${MARK} ${source} ${destination} ${protocol} ${port}`;
}

/** The connection that a faint arrow stands for; null for the id of a drawn one. */
export function pairOfId(id: string): Pair | null {
  const [mark, source = "", destination = "", protocol, port] = id.split(" ");
  return mark === MARK ? { source, destination, protocol: protocol as Protocol, port: Number(port) } : null;
}
