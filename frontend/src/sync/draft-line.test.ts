import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DraftLine } from "./draft-line";

describe("drafts on their way", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function line() {
    const sent: string[] = [];
    return { sent, line: new DraftLine((_policy, text) => sent.push(text) > 0) };
  }

  it("send one text at a time, and then the newest", () => {
    const { sent, line: drafts } = line();
    for (const text of ["a", "ab", "abc"]) drafts.type("policy", text, () => undefined);
    expect(sent).toEqual(["a"]);
    drafts.answered("policy");
    expect(sent).toEqual(["a", "abc"]);
  });

  it("call back after a second without typing", () => {
    const { line: drafts } = line();
    const paused = vi.fn();
    drafts.type("policy", "a", paused);
    vi.advanceTimersByTime(900);
    drafts.type("policy", "ab", paused);
    vi.advanceTimersByTime(900);
    expect(paused).not.toHaveBeenCalled();
    vi.advanceTimersByTime(100);
    expect(paused).toHaveBeenCalledOnce();
  });

  it("send the newest text again after the connection broke", () => {
    const { sent, line: drafts } = line();
    drafts.type("policy", "a", () => undefined);
    drafts.type("policy", "ab", () => undefined);
    drafts.restart();
    expect(sent).toEqual(["a", "ab"]);
  });

  it("settle when the newest text is answered", async () => {
    const { line: drafts } = line();
    let settled = false;
    drafts.type("policy", "a", () => undefined);
    drafts.type("policy", "ab", () => undefined);
    const wait = drafts.settled("policy").then(() => {
      settled = true;
    });
    drafts.answered("policy");
    await Promise.resolve();
    expect(settled).toBe(false);
    drafts.answered("policy");
    await wait;
    expect(settled).toBe(true);
  });
});
