import { expect, test } from "vitest";
import { addressOf, type Choices, FORMS } from "./forms";

const CHOICES: Choices = { form: "yaml", include: "all", style: "minimal", header: true, theme: "dark" };

test("an address says what matters to its form and nothing else", () => {
  expect(addressOf("b", CHOICES)).toBe("/api/v1/boards/b/export/?as=yaml&include=all&style=minimal&header=1");
  expect(addressOf("b", { ...CHOICES, form: "csv" })).toBe("/api/v1/boards/b/export/?as=csv");
  expect(addressOf("b", { ...CHOICES, form: "svg" })).toBe("/api/v1/boards/b/export/?as=svg&theme=dark");
  expect(addressOf("b", { ...CHOICES, form: "zip" }, "yaml")).toContain("as=yaml");
});

test("every form stands once", () => {
  expect(new Set(FORMS.map(({ form }) => form)).size).toBe(FORMS.length);
});
