import { describe, expect, it } from "vitest";
import type { Command, View } from "@/commands/command";
import { INITIAL } from "@/store/board";
import { paletteItems, searched } from "./palette-items";

const COMMANDS: Command[] = [
  { name: "fit", label: "Fit all", icon: "fit", group: "view", run: () => undefined },
  { name: "delete", label: "Delete", icon: "trash", group: "edit", enabled: () => false, run: () => undefined },
  { name: "palette", label: "Search", icon: "search", group: "help", run: () => undefined },
];
const board = {
  ...INITIAL,
  namespaces: { n: { id: "n", name: "prod", labels: {}, x: 0, y: 0, width: 1, height: 1 } },
  policies: { k: { id: "k", namespace: "prod", name: "db-policy", text: "" } },
};
const items = paletteItems(COMMANDS, { board } as unknown as View);

describe("the command palette", () => {
  it("offers the commands that can be done now, and not itself", () => {
    expect(searched(items, "").map(({ label }) => label)).toEqual(["Fit all"]);
  });

  it("finds things on the board by all words typed, in any order", () => {
    expect(searched(items, "policy prod").map(({ label }) => label)).toEqual(["prod/db-policy"]);
    expect(searched(items, "nothing")).toEqual([]);
  });

  it("puts what begins with the word before what only holds it", () => {
    expect(searched(items, "pro").map(({ label }) => label)).toEqual(["prod", "prod/db-policy"]);
    expect(searched(items, "prod/db-policy policy").map(({ label }) => label)).toEqual(["prod/db-policy"]);
    expect(searched(items, "db").map(({ kind }) => kind)).toEqual(["policy"]);
  });
});
