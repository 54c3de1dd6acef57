import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Pulse } from "./pulse";

let asked = 0;
let lost = 0;
let pulse: Pulse;

beforeEach(() => {
  vi.useFakeTimers();
  asked = 0;
  lost = 0;
  pulse = new Pulse({
    ask: () => {
      asked += 1;
    },
    lost: () => {
      lost += 1;
    },
  });
});

afterEach(() => {
  pulse.stop();
  vi.useRealTimers();
});

it("asks every few seconds, also while others talk", () => {
  pulse.start();
  for (let second = 0; second < 60; second += 1) {
    vi.advanceTimersByTime(1_000);
    pulse.heard();
  }
  expect([asked, lost]).toEqual([4, 0]);
});

it("gives a connection up that answers nothing any more", () => {
  pulse.start();
  vi.advanceTimersByTime(14_000);
  pulse.heard();
  vi.advanceTimersByTime(8_000);
  expect([asked, lost]).toEqual([1, 0]);
  vi.advanceTimersByTime(1_500);
  expect(lost).toBe(1);
});

it("gives a connection up that never comes to stand", () => {
  pulse.start();
  vi.advanceTimersByTime(23_500);
  expect(lost).toBe(1);
});

it("is still when it was stopped", () => {
  pulse.start();
  pulse.stop();
  vi.advanceTimersByTime(100_000);
  expect([asked, lost]).toEqual([0, 0]);
});
