import type { Table, Tables } from "./records";

/** What happened to a board: the one noun of log, socket and store. */
export interface Change {
  puts: { table: Table; record: { id: string } & Record<string, unknown> }[];
  patches: { table: Table; id: string; field: string; before: unknown; after: unknown }[];
  removes: { table: Table; record: { id: string } & Record<string, unknown> }[];
}

type Rows = Record<string, { id: string }>;

/** The tables after `change`. Tables and records that it does not touch stay the same objects. A patch of a record
 * that is gone is passed over: the removal that took it stands in the log before it. */
export function apply(tables: Tables, change: Change): Tables {
  const touched = new Map<Table, Rows>();
  const rows = (table: Table): Rows => {
    const known = touched.get(table);
    if (known) return known;
    const copy: Rows = { ...(tables[table] as Rows) };
    touched.set(table, copy);
    return copy;
  };
  for (const { table, record } of change.removes) delete rows(table)[record.id];
  for (const { table, record } of change.puts) rows(table)[record.id] = record;
  for (const { table, id, field, after } of change.patches) {
    const record = rows(table)[id];
    if (record) rows(table)[id] = { ...record, [field]: after } as { id: string };
  }
  return touched.size === 0 ? tables : ({ ...tables, ...Object.fromEntries(touched) } as Tables);
}
