import { expect, it } from "vitest";
import type { ImportPreview, Told } from "@/wire/messages";
import { changesIn, countOf, namespacesOf, rowsOf } from "./preview-rows";

const told = (kind: string, namespace: string | null, name: string, more: Partial<Told> = {}): Told => ({
  kind,
  namespace,
  name,
  fields: [],
  stands_for: null,
  at: { file: "a.yaml", document: 1, line: 3 },
  ...more,
});
const preview: ImportPreview = {
  delivery: "d",
  new: [
    told("Pod", "shop", "web-10"),
    told("Pod", "shop", "web-9", { stands_for: "Deployment" }),
    told("Namespace", null, "shop"),
  ],
  changed: [told("Pod", "vault", "db", { fields: ["labels", "host_network"] })],
  removed: [],
  unchanged: 4,
  ignored: [
    {
      kind: "Secret",
      namespace: null,
      name: null,
      count: 7,
      reason: "no part",
      at: { file: null, document: null, line: null },
    },
  ],
  faults: [],
  warnings: [],
};

it("sorts as people count, and says what changes and what a card stands for", () => {
  expect(rowsOf(preview, "new").map(({ name, note }) => [name, note])).toEqual([
    ["shop", ""],
    ["shop/web-9", "one card for the Deployment"],
    ["shop/web-10", ""],
  ]);
  expect(rowsOf(preview, "changed")[0]?.note).toBe("changes: labels, host network");
  expect(rowsOf(preview, "changed")[0]?.place).toBe("a.yaml:3");
  expect(rowsOf(preview, "ignored")[0]).toMatchObject({ name: "7 together", note: "no part", place: "" });
});

it("counts what happens, in all and in each namespace", () => {
  expect(changesIn(preview)).toBe(4);
  expect(namespacesOf(preview)).toEqual([
    ["shop", 3],
    ["vault", 1],
  ]);
  expect(countOf(1, "change")).toBe("1 change");
  expect(countOf(1980, "change")).toBe("1,980 changes");
});
