import { say } from "@/texts/model";

/** Sets of ports as the server writes them: by protocol, "80" or "1-65535". */
export type PortSpans = Record<string, readonly string[]>;

const LAST = 65535;
const PROTOCOLS = ["TCP", "UDP", "SCTP"] as const;
type Span = readonly [number, number];

export function isNothing(ports: PortSpans): boolean {
  return PROTOCOLS.every((protocol) => !ports[protocol]?.length);
}

export function isEverything(ports: PortSpans): boolean {
  return PROTOCOLS.every((protocol) => ports[protocol]?.length === 1 && ports[protocol][0] === `1-${LAST}`);
}

/** "3306", or "53/UDP": TCP goes without saying. */
export function onePort({ protocol, port }: { protocol: string; port: number }): string {
  return protocol === "TCP" ? String(port) : `${port}/${protocol}`;
}

/** Whether one port of one protocol is among them. */
export function hasPort(ports: PortSpans, protocol: string, port: number): boolean {
  return spansOf(ports, protocol).some(([low, high]) => low <= port && port <= high);
}

/** Exactly which, in words: "every port", "no port", "3306, 53/UDP", "all but 22". */
export function portWords(ports: PortSpans): string {
  if (isEverything(ports)) return "every port";
  if (isNothing(ports)) return "no port";
  const missing = complement(ports);
  const [listed, left] = [listOf(ports), listOf(missing)];
  return left.length < listed.length ? say.allBut(left.join(", ")) : listed.join(", ");
}

/** The same where there is little room: "all", "3306", "80, 443 +2". */
export function shortPorts(ports: PortSpans): string {
  if (isEverything(ports)) return "all";
  const words = portWords(ports);
  const [butFor, items] = words.startsWith("all but ") ? ["all but ", words.slice(8)] : ["", words];
  const [first = "", second, ...rest] = items.split(", ");
  if (second === undefined) return butFor + first;
  if (rest.length === 0 && first.length + second.length <= 6) return `${butFor}${first}, ${second}`;
  return `${butFor}${first} +${rest.length + 1}`;
}

function listOf(ports: PortSpans): string[] {
  return PROTOCOLS.flatMap((protocol) =>
    (ports[protocol] ?? []).map((span) => {
      if (span === `1-${LAST}`) return say.everyPort(protocol);
      return protocol === "TCP" ? span : `${span}/${protocol}`;
    }),
  );
}

function complement(ports: PortSpans): PortSpans {
  return Object.fromEntries(
    PROTOCOLS.map((protocol) => {
      const left: string[] = [];
      let next = 1;
      for (const [low, high] of spansOf(ports, protocol)) {
        if (low > next) left.push(written([next, low - 1]));
        next = high + 1;
      }
      if (next <= LAST) left.push(written([next, LAST]));
      return [protocol, left];
    }),
  );
}

function spansOf(ports: PortSpans, protocol: string): Span[] {
  return (ports[protocol] ?? []).map((span) => {
    const [low = "0", high = low] = span.split("-");
    return [Number(low), Number(high)] as const;
  });
}

function written([low, high]: Span): string {
  return low === high ? String(low) : `${low}-${high}`;
}

export interface PortAsked {
  protocol: string;
  port: number;
}

/** "3306", "53/UDP", "udp 53"; null for anything else. */
export function readPort(text: string): PortAsked | null {
  const [, before, number, after] =
    /^\s*(?:(tcp|udp|sctp)[\s/]+)?(\d{1,5})(?:\s*\/\s*(tcp|udp|sctp))?\s*$/i.exec(text) ?? [];
  const port = Number(number);
  if (!number || port < 1 || port > 65535) return null;
  return { protocol: (after ?? before ?? "TCP").toUpperCase(), port };
}
