import { expect, test } from "vitest";
import type { Asked } from "@/store/comparison";
import { queryOf, readAddress, writeAddress } from "./address";

const OTHER = "0b4c2f0a-1111-4222-8333-123456789abc";
const EVERY: Asked[] = [
  { kind: "revisions", from: 3, to: 7 },
  { kind: "board", from: 7, board: OTHER, at: 12, swap: false },
  { kind: "board", from: null, board: OTHER, at: null, swap: true },
  { kind: "manifests", from: 7, delivery: OTHER, swap: false },
  { kind: "manifests", from: 7, delivery: OTHER, swap: true },
];

test.each(EVERY)("what an address says is read again as it was: %o", (asked) => {
  const search = writeAddress("?link=abc&compare=1..2", asked);
  expect(search.startsWith("?link=abc&compare=")).toBe(true);
  expect(readAddress(search)).toEqual(asked);
});

test.each([
  "",
  "?compare=",
  "?compare=3",
  "?compare=a..b",
  "?compare=1..2..3",
  `?compare=${OTHER}..${OTHER}`,
  "?compare=now..now",
])("what cannot be read asks for nothing: %s", (search) => expect(readAddress(search)).toBeNull());

test("without a comparison the address keeps everything else", () => {
  expect(writeAddress("?link=abc&compare=1..2", null)).toBe("?link=abc");
  expect(writeAddress("?compare=1..2", null)).toBe("");
});

test("the server is asked for what is to be drawn as well", () => {
  expect(queryOf({ kind: "revisions", from: 3, to: 7 })).toBe("snapshot=true&from=3&to=7");
  expect(queryOf({ kind: "board", from: null, board: OTHER, at: 2, swap: true })).toBe(
    `snapshot=true&swap=true&board=${OTHER}&at=2`,
  );
});
