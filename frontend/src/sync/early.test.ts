import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Changed } from "@/wire/messages";
import { Early } from "./early";

let asked = 0;
let early: Early;
const changed = (revision: number) => ({ type: "changed", revision }) as Changed;

beforeEach(() => {
  vi.useFakeTimers();
  asked = 0;
  early = new Early(() => {
    asked += 1;
  });
});

afterEach(() => {
  vi.useRealTimers();
});

it("hands on what came too early as soon as the missing one is there, and asks nobody", () => {
  early.hold(changed(5));
  early.hold(changed(4));
  expect(early.after(3)?.revision).toBe(4);
  expect(early.after(4)?.revision).toBe(5);
  expect(early.after(5)).toBeUndefined();
  vi.advanceTimersByTime(1_000);
  expect(asked).toBe(0);
});

it("asks once when the missing one does not come", () => {
  early.hold(changed(5));
  early.hold(changed(6));
  vi.advanceTimersByTime(1_000);
  expect(asked).toBe(1);
  expect(early.after(8)).toBeUndefined();
});

it("asks again while something is still missing", () => {
  early.hold(changed(5));
  vi.advanceTimersByTime(200);
  early.hold(changed(6));
  vi.advanceTimersByTime(200);
  expect(asked).toBe(2);
});
