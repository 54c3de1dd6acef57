import { addNotice, announce, boardStore, type PendingEdit } from "@/store/board";
import { wordsFor } from "@/store/words-for";
import { say } from "@/texts/sync";
import type { Fault } from "@/wire/messages";

/** What names a thing or a place, and is nothing that a person typed. */
const OF_THINGS = ["id", "ids", "items", "x", "y", "width", "height"];

/** Tells that an edit was not done and why, and keeps what the person had typed: nothing else shows it any more. */
export function keepRefused(
  { command, params }: Pick<PendingEdit, "command" | "params">,
  faults: readonly Fault[],
): void {
  const thing = typeof params.id === "string" ? wordsFor(boardStore.getState(), params.id) : "";
  const what = [command.replaceAll("_", " "), thing && `(${thing[0]?.toLowerCase()}${thing.slice(1)})`];
  const text = say.notDone(what.filter(Boolean).join(" "), faults.map(({ message }) => message).join(" "));
  addNotice("error", text, typedIn(params));
  announce(text);
}

/** As `name: value`, a line each; a single text is itself. */
export function typedIn(params: Record<string, unknown>): string {
  const typed = Object.entries(params).filter(
    ([name, value]) => !OF_THINGS.includes(name) && value !== null && value !== undefined,
  );
  const [only] = typed;
  if (only && typed.length === 1 && typeof only[1] === "string") return only[1];
  return typed
    .map(([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join("\n");
}
