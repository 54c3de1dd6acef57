import type { Protocol } from "@/model/records";
import { say } from "@/texts/policy-form";
import { isWritten, textOf } from "./policy-value";

export type PortKind = "number" | "range" | "name" | "all";

export const PORT_KINDS: Record<PortKind, string> = {
  number: "one port",
  range: "a range",
  name: "a name",
  all: "every port",
};

/** A port of a rule as the form holds it. */
export interface PortDraft {
  kind: PortKind;
  protocol: string;
  port: string;
  end: string;
}

export const NEW_PORT: PortDraft = { kind: "number", protocol: "TCP" satisfies Protocol, port: "", end: "" };

export function portDraft(written: unknown): PortDraft {
  const { protocol, port, endPort } = (written ?? {}) as { protocol?: unknown; port?: unknown; endPort?: unknown };
  const kind = isWritten(endPort) ? "range" : typeof port === "string" ? "name" : isWritten(port) ? "number" : "all";
  return { kind, protocol: textOf(protocol) || "TCP", port: textOf(port), end: textOf(endPort) };
}

/** "TCP 3306", "TCP 8000–8080", "UDP dns", "every SCTP port". */
export function portText(written: unknown): string {
  const { kind, protocol, port, end } = portDraft(written);
  if (kind === "all") return say.everyPort(protocol);
  return kind === "range" ? `${protocol} ${port}–${end}` : `${protocol} ${port}`;
}

/** What is written into the policy; what is no number stays text, so that the server says what is wrong with it. */
export function portValue({ kind, protocol, port, end }: PortDraft): Record<string, unknown> {
  if (kind === "all") return { protocol };
  if (kind === "name") return { protocol, port: port.trim() };
  return kind === "range"
    ? { protocol, port: numeric(port), endPort: numeric(end) }
    : { protocol, port: numeric(port) };
}

/** Why a port cannot be written yet; null when it can. */
export function portMistake({ kind, port, end }: PortDraft): string | null {
  if (kind === "name") return port.trim() === "" ? say.writeThePortsName : null;
  if (kind === "all") return null;
  if (!inRange(port)) return say.aPortIsANumberFrom;
  if (kind === "range" && (!inRange(end) || Number(end) < Number(port))) return say.aRangeEndsAtANumber;
  return null;
}

function inRange(text: string): boolean {
  return /^\d{1,5}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 65535;
}

function numeric(text: string): number | string {
  return /^\d+$/.test(text.trim()) ? Number(text) : text;
}
