import type { Labels } from "@/model/records";

type Labelled = readonly { labels: Labels }[];

/** The keys of labels, most used first. */
export function keysInUse(objects: Labelled): string[] {
  return byUse(objects.flatMap(({ labels }) => Object.keys(labels)));
}

/** The values of one label, most used first. */
export function valuesInUse(objects: Labelled, key: string): string[] {
  return byUse(objects.flatMap(({ labels }) => labels[key] ?? []));
}

function byUse(words: string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || a.localeCompare(b)).map(([word]) => word);
}
