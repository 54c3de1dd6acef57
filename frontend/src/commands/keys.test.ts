import { describe, expect, it } from "vitest";
import { matches } from "./keys";

function pressed(
  key: string,
  held: Partial<Record<"ctrlKey" | "metaKey" | "shiftKey" | "altKey", boolean>> = {},
  code = "",
) {
  return { key, code, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held };
}

describe("shortcuts", () => {
  it("take Ctrl and Cmd as the same", () => {
    expect(matches("Mod+I", pressed("i", { ctrlKey: true }))).toBe(true);
    expect(matches("Mod+I", pressed("i", { metaKey: true }))).toBe(true);
    expect(matches("Mod+I", pressed("i"))).toBe(false);
  });

  it("leave keys with other keys held to others", () => {
    expect(matches("C", pressed("c"))).toBe(true);
    expect(matches("C", pressed("c", { ctrlKey: true }))).toBe(false);
  });

  it("know a digit by its key when Shift writes another sign", () => {
    expect(matches("Shift+1", pressed("!", { shiftKey: true }, "Digit1"))).toBe(true);
  });

  it("know a sign by itself, wherever the keyboard has it", () => {
    expect(matches("Mod++", pressed("+", { ctrlKey: true, shiftKey: true }))).toBe(true);
  });
});
