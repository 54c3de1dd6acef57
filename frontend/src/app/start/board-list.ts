import { say } from "@/texts/start";

export const PAGE = 12;

export const SHELVES = [
  { value: "active", label: say.inUse },
  { value: "archived", label: say.archive2 },
  { value: "deleted", label: say.bin },
] as const;
export const SORTS = [
  { value: "opened", label: say.lastOpened },
  { value: "updated", label: say.lastChanged },
  { value: "name", label: say.byName },
  { value: "created", label: "newest" },
] as const;

export type Shelf = (typeof SHELVES)[number]["value"];
export type Sort = (typeof SORTS)[number]["value"];

/** The address of a part of the list. The server answers 200 boards at once at most. */
export function listPath({
  shelf,
  text,
  sort,
  most,
}: {
  shelf: Shelf;
  text: string;
  sort: Sort;
  most: number;
}): string {
  const asked = new URLSearchParams({ state: shelf, sort, limit: String(Math.min(most, 200)) });
  if (text) asked.set("q", text);
  return `boards/?${asked}`;
}
