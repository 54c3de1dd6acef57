import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");

/** The colours of each theme: the last block of a name in its own part of the file counts. */
function themes(): Record<string, string>[] {
  return [...css.matchAll(/:root[^{]*\{([^}]*)\}/g)].map((block) =>
    Object.fromEntries(
      [...(block[1] ?? "").matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/g)].map((pair) => [pair[1], pair[2]]),
    ),
  );
}

/** The relative luminance of WCAG 2. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

it("has the themes", () => {
  expect(themes().filter((theme) => theme.who1).length).toBeGreaterThanOrEqual(2);
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
});

it.each([1, 2, 3, 4, 5, 6, 7, 8])(
  "lets the name of person %i be read on their colour, and the colour be seen",
  (number) => {
    for (const theme of themes().filter((each) => each.who1)) {
      const colour = theme[`who${number}`] ?? "";
      expect(contrast(colour, theme["on-who"] ?? "")).toBeGreaterThanOrEqual(4.5);
      expect(contrast(colour, theme.panel ?? "")).toBeGreaterThanOrEqual(3);
      expect(contrast(colour, theme.canvas ?? "")).toBeGreaterThanOrEqual(3);
    }
  },
);
