import { expect, it } from "vitest";
import { expiresAt, untilText } from "./expiry";

const NOW = Date.parse("2026-01-10T12:00:00Z");

it("turns a choice into a moment", () => {
  expect(expiresAt("never", "")).toBeNull();
  expect(expiresAt("7", "", NOW)).toBe("2026-01-17T12:00:00.000Z");
  expect(expiresAt("date", "")).toBeUndefined();
  expect(expiresAt("date", "2026-02-01")).toBe(new Date("2026-02-01T23:59:59").toISOString());
});

it.each([
  [null, "never expires"],
  ["2026-01-10T11:59:00Z", "expired"],
  ["2026-01-10T12:20:00Z", "expires in 1 hour"],
  ["2026-01-11T12:00:00Z", "expires in 24 hours"],
])("tells %s as %s", (iso, words) => {
  expect(untilText(iso, NOW)).toBe(words);
});
