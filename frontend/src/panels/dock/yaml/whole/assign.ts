import { asPart, nameIn, type Part, same } from "./documents";

/** A policy as it was when the whole text last agreed with the board. */
export interface Held {
  id: string;
  text: string;
}

/** The policy that each document is of; null for one that is new. A document is of the policy whose text it is, else
 * of the one with its name, else of the one that stood at its place: so a policy keeps its id when it is renamed. */
export function assign(parts: readonly Part[], held: readonly Held[]): (string | null)[] {
  const free = new Map(held.map((each) => [each.id, asPart(each.text)]));
  const ids: (string | null)[] = parts.map(() => null);
  const take = (index: number, id: string | undefined) => {
    if (id === undefined || ids[index] !== null) return;
    ids[index] = id;
    free.delete(id);
  };
  for (const [index, part] of parts.entries())
    take(
      index,
      found(free, (text) => same(text, part.text)),
    );
  for (const [index, part] of parts.entries()) {
    const name = nameIn(part.text);
    if (ids[index] === null)
      take(
        index,
        found(free, (text) => nameIn(text) === name),
      );
  }
  for (const index of parts.keys()) {
    const before = index === 0 ? -1 : held.findIndex(({ id }) => id === ids[index - 1]);
    const next = index > 0 && before === -1 ? undefined : held[before + 1]?.id;
    if (next !== undefined && free.has(next)) take(index, next);
  }
  return ids;
}

function found(free: Map<string, string>, is: (text: string) => boolean): string | undefined {
  for (const [id, text] of free) if (is(text)) return id;
  return undefined;
}
