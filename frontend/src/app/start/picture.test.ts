import { describe, expect, it } from "vitest";
import type { Preview } from "@/wire/messages";
import { arrowsOf, boundsOfPreview, telling } from "./picture";

const box = (id: string, x: number, y: number) => ({ id, name: id, x, y, outside: false });

function preview(...allowed: boolean[]): Preview {
  return {
    namespaces: [],
    boxes: [box("a", 0, 0), box("b", 200, 0), box("c", 400, 0)],
    connections: [
      { source: "a", destination: "b", allowed: allowed[0] ?? true },
      { source: "a", destination: "c", allowed: allowed[1] ?? true },
    ],
  };
}

describe("an example's picture", () => {
  it("holds every box", () => {
    const { x, width, height } = boundsOfPreview(preview());
    expect(x).toBeLessThan(0);
    expect(x + width).toBeGreaterThan(568);
    expect(height).toBeGreaterThan(68);
  });

  it("is not empty for an empty board", () => {
    expect(boundsOfPreview({ namespaces: [], boxes: [], connections: [] }).width).toBeGreaterThan(0);
  });

  it("bends an arrow around a box that stands in its way", () => {
    const [straight, around] = arrowsOf(preview());
    const bend = (path = "") => Math.abs(Number(path.split("Q")[1]?.split(" ")[1]) - 34);
    expect(bend(around?.path)).toBeGreaterThan(bend(straight?.path) * 2);
  });

  it("fades the arrows that fare alike in every case", () => {
    const loud = telling([preview(true, true), preview(true, false)]);
    expect([...loud]).toEqual([1]);
    expect(arrowsOf(preview(), loud).map(({ quiet }) => quiet)).toEqual([true, false]);
  });
});
