import { expect, it } from "vitest";
import { ago } from "./when";

const NOW = Date.parse("2026-01-10T12:00:00Z");

it.each([
  ["2026-01-10T11:59:40Z", "just now"],
  ["2026-01-10T11:55:00Z", "5 minutes ago"],
  ["2026-01-09T11:00:00Z", "yesterday"],
  ["2025-12-27T12:00:00Z", "2 weeks ago"],
  ["2026-01-10T12:00:03Z", "just now"],
])("tells %s as %s", (then, words) => {
  expect(ago(then, NOW)).toBe(words);
});
