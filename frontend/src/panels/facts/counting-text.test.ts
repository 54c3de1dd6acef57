import { expect, it } from "vitest";
import type { DraftState } from "@/wire/messages";
import { countingText } from "./counting-text";

const POLICY = { id: "k", namespace: "prod", name: "p", text: "saved" };
const draft = (text: string | null, good: boolean): DraftState => ({
  policy: "k",
  version: 1,
  text,
  base: null,
  faults: [],
  warnings: [],
  good,
  client_id: "me",
});

it("counts the draft while it parses, then its last good state, and the saved text when the draft is gone", () => {
  expect(countingText(POLICY, draft("broken", false))).toBe("saved");
  expect(countingText(POLICY, draft("typed", true))).toBe("typed");
  expect(countingText(POLICY, draft("typed [", false))).toBe("typed");
  expect(countingText(POLICY, draft(null, true))).toBe("saved");
  expect(countingText(POLICY, undefined)).toBe("saved");
});
