/** The drawn arrows as a table: a row for each source, a column for each destination. */
import { placeName } from "@/model/places";
import type { ConnectionRecord, Tables } from "@/model/records";
import type { ConnectionVerdict } from "@/wire/messages";

export type Entry = { connection: ConnectionRecord; verdict: ConnectionVerdict | undefined };
/** A row or column: `most` arrows stand in one of its cells, and `letters` is the length of their longest port. */
export type End = { id: string; name: string; most: number; letters: number };
export type Matrix = { sources: End[]; destinations: End[]; cell: (source: string, destination: string) => Entry[] };

export function matrixOf(
  tables: Pick<Tables, "namespaces" | "pods" | "hosts" | "connections">,
  verdicts: Record<string, ConnectionVerdict>,
): Matrix {
  const cells = new Map<string, Entry[]>();
  const sources = new Map<string, Extent>();
  const destinations = new Map<string, Extent>();
  for (const connection of Object.values(tables.connections)) {
    const key = `${connection.source} ${connection.destination}`;
    const entries = cells.get(key) ?? [];
    entries.push({ connection, verdict: verdicts[connection.id] });
    cells.set(key, entries);
    const extent = { most: entries.length, letters: portText(connection).length };
    widen(sources, connection.source, extent);
    widen(destinations, connection.destination, extent);
  }
  for (const entries of cells.values()) entries.sort((a, b) => a.connection.port - b.connection.port);
  return {
    sources: ends(tables, sources),
    destinations: ends(tables, destinations),
    cell: (source, destination) => cells.get(`${source} ${destination}`) ?? [],
  };
}

type Extent = Pick<End, "most" | "letters">;

function widen(extents: Map<string, Extent>, id: string, { most, letters }: Extent): void {
  const known = extents.get(id);
  extents.set(id, { most: Math.max(known?.most ?? 0, most), letters: Math.max(known?.letters ?? 0, letters) });
}

/** By place, addresses outside last. */
function ends(tables: Pick<Tables, "namespaces" | "pods" | "hosts">, extents: Map<string, Extent>): End[] {
  return [...extents]
    .map(([id, extent]) => ({ id, name: placeName(tables, id), ...extent }))
    .sort((a, b) => Number(a.id in tables.hosts) - Number(b.id in tables.hosts) || a.name.localeCompare(b.name));
}

/** "3306", or "53/UDP": TCP goes without saying. */
export function portText({ protocol, port }: { protocol: string; port: number }): string {
  return protocol === "TCP" ? String(port) : `${port}/${protocol}`;
}
