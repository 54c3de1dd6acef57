import { expect, it } from "vitest";
import type { ImportAnswer } from "@/wire/messages";
import { framesOf } from "./show-arrived";

type Came = Pick<ImportAnswer, "revision" | "change">;

it("names each frame once: those that are new, and those that got pods", () => {
  const change = {
    puts: [
      { table: "namespaces", record: { id: "new" } },
      { table: "pods", record: { id: "p1", namespace: "new" } },
      { table: "pods", record: { id: "p2", namespace: "old" } },
      { table: "policies", record: { id: "q", namespace: "prod" } },
    ],
    patches: [],
    removes: [],
  } as unknown as Came["change"];
  expect(framesOf({ revision: 2, change })).toEqual(["new", "old"]);
});

it("names none when only policies came", () => {
  const change = { puts: [{ table: "policies", record: { id: "q" } }], patches: [], removes: [] };
  expect(framesOf({ revision: 2, change: change as unknown as Came["change"] })).toEqual([]);
});
