import type { PendingEdit } from "@/store/board";
import type { Fault } from "@/wire/messages";

const LONGEST = 160;

/** Why an edit that was made before a reload was refused, with what it was to do: nothing else shows it any more. */
export function toldRefusal({ command, params }: PendingEdit, faults: Fault[]): Fault[] {
  const values = Object.entries(params)
    .filter(([name, value]) => name !== "id" && name !== "ids" && value !== null && value !== undefined)
    .map(([name, value]) => `${name} ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join(", ");
  const shown = values.length > LONGEST ? `${values.slice(0, LONGEST)}…` : values;
  const what = `${command.replaceAll("_", " ")}${shown ? ` (${shown})` : ""}`;
  return faults.map((fault) => ({ ...fault, message: `Not done: ${what}. ${fault.message}` }));
}
