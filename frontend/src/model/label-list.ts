import type { Labels } from "./records";

/** "role=api, tier=back" as labels: parted by commas or blanks; without a sign the value is empty. */
export function labelsIn(text: string): Labels {
  const pairs = text.split(/[\s,]+/).filter(Boolean);
  return Object.fromEntries(
    pairs.map((pair) => {
      const [key = "", ...value] = pair.split("=");
      return [key, value.join("=")];
    }),
  );
}
