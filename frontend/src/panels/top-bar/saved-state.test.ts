import { expect, it } from "vitest";
import { savedState } from "./saved-state";

it("says autosaved with the revision when nothing is on its way", () => {
  expect(savedState("live", 0, 12).text).toBe("autosaved · r12");
  expect(savedState("live", 1, 12).text).toBe("saving");
});

it("warns while the connection is down, and says how much is not saved", () => {
  expect(savedState("offline", 0, 12).text).toBe("offline · r12");
  expect(savedState("offline", 2, 12)).toMatchObject({ text: "not saved · 2 edits", tone: "deny" });
});
