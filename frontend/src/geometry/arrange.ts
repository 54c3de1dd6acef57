import { layered } from "./layers";
import { type Box, boundsOf, type XY } from "./shapes";

/** A thing to be placed, and what is inside of it. */
export interface Piece {
  id: string;
  width: number;
  height: number;
}

export interface Link {
  source: string;
  destination: string;
}

export interface Room extends Piece {
  pods: Piece[];
}

export interface Cluster {
  rooms: Room[];
  /** Outside the cluster. */
  hosts: Piece[];
  /** Between pods and hosts. */
  links: Link[];
}

const POD_GAP = { x: 110, y: 50 };
const INSIDE = { left: 40, top: 40, right: 40, bottom: 30 };
const ROOM_GAP = { x: 110, y: 70 };
// With more namespaces than this nobody could follow the order of the arrows: rows that fill a screen are clearer.
const ORDERED_UP_TO = 20;

/** Places for the pods of one namespace, from its corner: callers to the left of what they call. */
export function arrangePods(pods: Piece[], links: Link[]): Map<string, XY> {
  return moved(layered(pods, links, POD_GAP), INSIDE.left, INSIDE.top);
}

/** Places for a whole board: pods within their namespaces (from their corners), namespaces beside each other in the
 * order in which they call each other, outside addresses beyond the cluster's edge. Pure, and always the same. */
export function arrangeAll({ rooms, hosts, links }: Cluster): Map<string, XY> {
  const places = new Map<string, XY>();
  const homeOf = new Map(rooms.flatMap(({ id, pods }) => pods.map((pod) => [pod.id, id] as const)));
  const sized = rooms.map((room): Piece => {
    const own = new Set(room.pods.map(({ id }) => id));
    const inside = arrangePods(
      room.pods,
      links.filter(({ source, destination }) => own.has(source) && own.has(destination)),
    );
    for (const [id, place] of inside) places.set(id, place);
    return { id: room.id, ...sizeAround(room, inside) };
  });
  const between = links.flatMap(({ source, destination }): Link[] => {
    const [from, to] = [homeOf.get(source), homeOf.get(destination)];
    return from && to && from !== to ? [{ source: from, destination: to }] : [];
  });
  const frames = sized.length > ORDERED_UP_TO ? inRows(sized) : fitting(sized, between);
  for (const [id, place] of frames) places.set(id, place);
  const right = Math.max(0, ...sized.map(({ id, width }) => (frames.get(id)?.x ?? 0) + width));
  const bottom = Math.max(0, ...sized.map(({ id, height }) => (frames.get(id)?.y ?? 0) + height));
  for (const [id, place] of column(hosts, bottom)) places.set(id, { x: right + ROOM_GAP.x, y: place.y });
  return places;
}

/** Side by side or one below the other: whichever fills a screen better. */
function fitting(rooms: Piece[], links: Link[]): Map<string, XY> {
  const across = layered(rooms, links, ROOM_GAP);
  const turned = layered(rooms.map(flipped), links, { x: ROOM_GAP.y, y: ROOM_GAP.x });
  const down = new Map([...turned].map(([id, { x, y }]) => [id, { x: y, y: x }]));
  return largest(rooms, down) < largest(rooms, across) ? down : across;
}

function flipped({ id, width, height }: Piece): Piece {
  return { id, width: height, height: width };
}

/** How much of a screen's height is taken, where a screen is half as wide again as it is high. */
function largest(pieces: Piece[], places: Map<string, XY>): number {
  const boxes = pieces.map(({ id, width, height }) => ({ ...(places.get(id) ?? { x: 0, y: 0 }), width, height }));
  const { width, height } = boundsOf(boxes) ?? { width: 0, height: 0 };
  return Math.max(width / 1.5, height);
}

function moved(places: Map<string, XY>, x: number, y: number): Map<string, XY> {
  return new Map([...places].map(([id, place]) => [id, { x: place.x + x, y: place.y + y }]));
}

/** A frame never shrinks: its size was somebody's choice. */
function sizeAround({ width, height, pods }: Room, inside: Map<string, XY>): { width: number; height: number } {
  const reach = pods.map(
    (pod): Box => ({ ...(inside.get(pod.id) ?? { x: 0, y: 0 }), width: pod.width, height: pod.height }),
  );
  return {
    width: Math.max(width, ...reach.map((box) => box.x + box.width + INSIDE.right)),
    height: Math.max(height, ...reach.map((box) => box.y + box.height + INSIDE.bottom)),
  };
}

/** Left to right in rows, as wide together as makes the whole a little wider than high. */
function inRows(pieces: Piece[]): Map<string, XY> {
  const area = pieces.reduce((sum, { width, height }) => sum + (width + ROOM_GAP.x) * (height + ROOM_GAP.y), 0);
  const widest = Math.max(1400, Math.sqrt(area * 1.6));
  const places = new Map<string, XY>();
  let [x, y, row] = [0, 0, 0];
  for (const { id, width, height } of pieces) {
    if (x > 0 && x + width > widest) [x, y, row] = [0, y + row + ROOM_GAP.y, 0];
    places.set(id, { x, y });
    x += width + ROOM_GAP.x;
    row = Math.max(row, height);
  }
  return places;
}

function column(pieces: Piece[], height: number): Map<string, XY> {
  const taken = pieces.reduce((sum, piece) => sum + piece.height + POD_GAP.y, -POD_GAP.y);
  let y = Math.max(0, (height - taken) / 2);
  return new Map(
    pieces.map((piece) => {
      const place = { x: 0, y };
      y += piece.height + POD_GAP.y;
      return [piece.id, place];
    }),
  );
}
