import { expect, it } from "vitest";
import { clockWords } from "./clock-words";

it("counts down, then up after the end", () => {
  expect(clockWords(365, false).shown).toBe("6:05");
  expect(clockWords(1, false).shown).toBe("0:01");
  expect(clockWords(0, false).shown).toBe("Time is up, +0:00");
  expect(clockWords(-65, false).shown).toBe("Time is up, +1:05");
});

it("says whether it was in time", () => {
  expect(clockWords(130, true)).toEqual({ shown: "Done, 2:10 left", aloud: "Done with 2:10 left" });
  expect(clockWords(-5, true).shown).toBe("Done, 0:05 late");
});
