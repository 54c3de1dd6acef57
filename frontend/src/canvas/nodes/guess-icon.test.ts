import { describe, expect, it } from "vitest";
import { guessGlyph } from "./guess-icon";

describe("a pod's picture", () => {
  it("is guessed from words of its name", () => {
    expect(guessGlyph("mysql-0", {})).toBe("db");
    expect(guessGlyph("frontend", {})).toBe("web");
    expect(guessGlyph("orders-api", {})).toBe("api");
  });

  it("is guessed from labels when the name says nothing", () => {
    expect(guessGlyph("x7", { role: "db" })).toBe("db");
  });

  it("is plain when nothing says more", () => {
    expect(guessGlyph("x7", {})).toBe("pod");
  });
});
