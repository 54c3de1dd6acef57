import type { Asked } from "@/store/comparison";

/** The comparison as a part of the board's address, so that it can be sent: `?compare=3..7` for two revisions,
 * `?compare=7..BOARD@12` for another board, `?compare=7..files:DELIVERY` for manifests. */
const PARAMETER = "compare";
const BETWEEN = "..";
const FILES = "files:";
const BOARD = /^([0-9a-f-]{36})(?:@(\d+))?$/i;

/** What the address asks for; null when it asks for nothing that can be read. */
export function readAddress(search: string): Asked | null {
  const [old = "", now, ...more] = (new URLSearchParams(search).get(PARAMETER) ?? "").split(BETWEEN);
  if (now === undefined || more.length > 0) return null;
  const [from, to] = [revision(old), revision(now)];
  if (from !== undefined && to !== undefined) {
    return from === null || to === null ? null : { kind: "revisions", from, to };
  }
  const swap = from === undefined;
  const mine = swap ? to : from;
  return mine === undefined ? null : other(swap ? old : now, mine, swap);
}

/** The part of the address behind the question mark, with the other parameters as they were. */
export function writeAddress(search: string, asked: Asked | null): string {
  const parameters = new URLSearchParams(search);
  parameters.delete(PARAMETER);
  const rest = parameters.toString();
  // The marks within stay readable: none of them means anything else in an address.
  const all = [rest, asked && `${PARAMETER}=${written(asked)}`].filter(Boolean).join("&");
  return all && `?${all}`;
}

function written(asked: Asked): string {
  if (asked.kind === "revisions") return `${asked.from}${BETWEEN}${asked.to}`;
  const mine = asked.from === null ? "now" : String(asked.from);
  const at = asked.kind === "board" && asked.at !== null ? `@${asked.at}` : "";
  const theirs = asked.kind === "board" ? `${asked.board}${at}` : `${FILES}${asked.delivery}`;
  return asked.swap ? `${theirs}${BETWEEN}${mine}` : `${mine}${BETWEEN}${theirs}`;
}

/** A revision of this board, null for the board as it stands; undefined when it is neither. */
function revision(text: string): number | null | undefined {
  if (text === "now") return null;
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function other(text: string, from: number | null, swap: boolean): Asked | null {
  if (text.startsWith(FILES)) return { kind: "manifests", from, delivery: text.slice(FILES.length), swap };
  const [, board, at] = BOARD.exec(text) ?? [];
  return board ? { kind: "board", from, board, at: at === undefined ? null : Number(at), swap } : null;
}

/** The question to the server. */
export function queryOf(asked: Asked): string {
  const query = new URLSearchParams({ snapshot: "true" });
  if (asked.from !== null) query.set("from", String(asked.from));
  if (asked.kind === "revisions") query.set("to", String(asked.to));
  else if (asked.swap) query.set("swap", "true");
  if (asked.kind === "board") query.set("board", asked.board);
  if (asked.kind === "board" && asked.at !== null) query.set("at", String(asked.at));
  if (asked.kind === "manifests") query.set("delivery", asked.delivery);
  return query.toString();
}
