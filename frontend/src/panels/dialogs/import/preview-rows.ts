/** A preview as rows to look through: what happens to each thing, sorted by namespace. */

import { say } from "@/texts/import";
import type { Fault, ImportPreview, Origin, Told } from "@/wire/messages";

export type Tab = "new" | "changed" | "removed" | "ignored" | "warnings";
export type Row = { key: string; kind: string; name: string; note: string; place: string };

export const TABS: readonly Tab[] = ["new", "changed", "removed", "ignored", "warnings"];

export function changesIn({ new: come, changed, removed }: ImportPreview): number {
  return come.length + changed.length + removed.length;
}

export function countOf(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}

export function rowsOf(preview: ImportPreview, tab: Tab): Row[] {
  if (tab === "warnings") return preview.warnings.map(warningRow);
  if (tab === "ignored")
    return preview.ignored.map((one, index) => ({
      key: `${index}`,
      kind: one.kind,
      name: one.name === null ? `${one.count} together` : fullName(one.namespace, one.name),
      note: one.reason,
      place: placeOf(one.at),
    }));
  const rows = preview[tab].map((one, index) => toldRow(one, index));
  return rows.sort((one, other) => one.name.localeCompare(other.name, "en", { numeric: true }));
}

function toldRow(one: Told, index: number): Row {
  const changes = one.fields.length ? `changes: ${one.fields.join(", ").replaceAll("_", " ")}` : "";
  const stands = one.stands_for ? say.oneCardForThe(one.stands_for) : "";
  const name = fullName(one.namespace, one.name);
  return { key: `${index}`, kind: one.kind, name, note: changes || stands, place: placeOf(one.at) };
}

function warningRow({ message, file, line, path }: Fault, index: number): Row {
  const at = { file, line, document: null };
  return { key: `${index}`, kind: "Warning", name: path ?? "", note: message, place: placeOf(at) };
}

function fullName(namespace: string | null, name: string): string {
  return namespace ? `${namespace}/${name}` : name;
}

function placeOf({ file, line }: Origin): string {
  return line === null ? "" : `${file ?? ""}:${line}`;
}

/** The namespaces that the manifests speak of, each with how many things come or change there. */
export function namespacesOf({ new: come, changed }: ImportPreview): [string, number][] {
  const found = new Map<string, number>();
  for (const one of [...come, ...changed]) {
    const name = one.namespace ?? one.name;
    found.set(name, (found.get(name) ?? 0) + 1);
  }
  return [...found].sort(([one], [other]) => one.localeCompare(other, "en", { numeric: true }));
}
