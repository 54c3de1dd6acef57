import { expect, it } from "vitest";
import { gathered } from "./ghosts";

const flip = (source: string, destination: string, port: number, after = true) => ({
  source,
  destination,
  protocol: "TCP",
  port,
  after,
  text: String(port),
});
const home = (end: string) => (end.startsWith("f") ? "folded" : undefined);

it("what would flip between the same two boxes is one ghost, and what flips inside of one is counted", () => {
  const { arrows, within } = gathered(
    [
      flip("f1", "a", 80),
      flip("f2", "a", 80),
      flip("a", "b", 22, false),
      flip("f1", "f2", 80),
      flip("f2", "f1", 80, false),
    ],
    home,
  );
  expect(arrows.map(({ source, destination, text }) => `${source} ${destination} ${text}`)).toEqual([
    "folded a + 2 connections",
    "a b − 22",
  ]);
  expect(within.get("folded")).toEqual({ opened: 1, closed: 1 });
});
