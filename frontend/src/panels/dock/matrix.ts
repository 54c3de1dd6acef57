/** The drawn arrows as a table: a row for each source, a column for each destination. */
import { placeName } from "@/model/places";
import type { ConnectionRecord, Tables } from "@/model/records";
import type { ConnectionVerdict } from "@/wire/messages";

export type Entry = { connection: ConnectionRecord; verdict: ConnectionVerdict | undefined };
export type End = { id: string; name: string };
export type Matrix = { sources: End[]; destinations: End[]; cell: (source: string, destination: string) => Entry[] };

export function matrixOf(
  tables: Pick<Tables, "namespaces" | "pods" | "hosts" | "connections">,
  verdicts: Record<string, ConnectionVerdict>,
): Matrix {
  const cells = new Map<string, Entry[]>();
  const sources = new Set<string>();
  const destinations = new Set<string>();
  for (const connection of Object.values(tables.connections)) {
    const key = `${connection.source} ${connection.destination}`;
    const entries = cells.get(key) ?? [];
    entries.push({ connection, verdict: verdicts[connection.id] });
    cells.set(key, entries);
    sources.add(connection.source);
    destinations.add(connection.destination);
  }
  for (const entries of cells.values()) entries.sort((a, b) => a.connection.port - b.connection.port);
  return {
    sources: ends(tables, sources),
    destinations: ends(tables, destinations),
    cell: (source, destination) => cells.get(`${source} ${destination}`) ?? [],
  };
}

/** By place, addresses outside last. */
function ends(tables: Pick<Tables, "namespaces" | "pods" | "hosts">, ids: Set<string>): End[] {
  return [...ids]
    .map((id) => ({ id, name: placeName(tables, id) }))
    .sort((a, b) => Number(a.id in tables.hosts) - Number(b.id in tables.hosts) || a.name.localeCompare(b.name));
}

/** "3306", or "53/UDP": TCP goes without saying. */
export function portText({ protocol, port }: { protocol: string; port: number }): string {
  return protocol === "TCP" ? String(port) : `${port}/${protocol}`;
}
