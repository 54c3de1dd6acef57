import type { Arrow, Outcome } from "@/geometry/arrows";
import type { ConnectionRecord } from "@/model/records";
import type { BoardState } from "@/store/board";
import type { ConnectionVerdict } from "@/wire/messages";

type Stops = Pick<ConnectionVerdict, "allowed" | "blocked_at">;

/** The board's connections as arrows to be drawn. */
export function arrowsOf(board: Pick<BoardState, "connections"> & { verdicts: Record<string, Stops> }): Arrow[] {
  return Object.values(board.connections).map((connection) => {
    const verdict = board.verdicts[connection.id];
    const blocked = verdict?.blocked_at ?? null;
    return {
      id: connection.id,
      source: connection.source,
      destination: connection.destination,
      outcome: outcomeOf(verdict),
      stopped: {
        source: blocked === "egress" || blocked === "both",
        destination: blocked === "ingress" || blocked === "both",
      },
      text: portText(connection),
    };
  });
}

/** One connection alone is never mixed. */
export function outcomeOf(verdict: Pick<ConnectionVerdict, "allowed"> | undefined): Exclude<Outcome, "mixed"> {
  if (!verdict) return "unknown";
  if (verdict.allowed === null) return "undefined";
  return verdict.allowed ? "allowed" : "blocked";
}

/** "3306" for TCP, which goes without saying; "UDP 53" for the others. */
export function portText({ protocol, port }: Pick<ConnectionRecord, "protocol" | "port">): string {
  return protocol === "TCP" ? String(port) : `${protocol} ${port}`;
}

const BLOCKED = {
  ingress: "blocked on the way in",
  egress: "blocked on the way out",
  both: "blocked on the way out and on the way in",
};

/** "prod/web to prod/db, TCP 3306: blocked on the way in". */
export function sentenceOf(
  source: string,
  destination: string,
  connection: ConnectionRecord,
  verdict?: ConnectionVerdict,
): string {
  const outcome = outcomeOf(verdict);
  const blocked = verdict?.blocked_at ? BLOCKED[verdict.blocked_at] : "blocked";
  const said = {
    allowed: "allowed",
    blocked,
    undefined: "left undefined by Kubernetes",
    unknown: "not judged yet",
  }[outcome];
  return `${source} to ${destination}, ${connection.protocol} ${connection.port}: ${said}`;
}
