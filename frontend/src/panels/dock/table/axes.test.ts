import { describe, expect, it } from "vitest";
import { readPort } from "@/model/port-words";
import { type Reach, reachOf } from "@/store/reach";
import type { TableView } from "@/store/table";
import { asCsv, asMarkdown } from "./as-text";
import { foldedOf, type Item } from "./axes";
import { lookOf } from "./cell";
import { spotsOf } from "./spots";
import { drawnBetween, modelOf, type TableModel } from "./use-table-model";

const inside = (name: string, number: number | null, ...pods: string[]) => {
  const [namespace = ""] = name.split("/");
  return { name, namespace, number, pods, hosts: [], cidrs: [] };
};
const NONE = { pods: [], hosts: [], cidrs: [] };
const REACH = reachOf({
  revision: 1,
  ends: [
    inside("prod/web", 0, "w1", "w2"),
    inside("prod/db", 1, "d"),
    inside("dev/job", null, "j"),
    { ...NONE, name: "outside/backup", namespace: null, number: 2, hosts: ["h"] },
    { ...NONE, name: "Internet", namespace: null, number: 3, cidrs: ["0.0.0.0/0"] },
  ],
  ports: [{}, { TCP: ["1-65535"], UDP: ["1-65535"], SCTP: ["1-65535"] }, { TCP: ["3306", "9000"] }],
  // web: web none, db 3306 and 9000, outside everything; db: outside alone; backup: web.
  source: [0, 1, 2, 3],
  rows: [{ 2: "2", 1: "c" }, { 1: "c" }, { 1: "1" }, {}],
  always: {},
});
const VIEW: TableView = {
  by: "workload",
  from: "",
  to: "",
  passing: "any",
  port: "",
  order: "name",
  turned: false,
  folded: [],
};
const NAMES: Record<string, string> = { w1: "prod/web-1", w2: "prod/web-2" };

function model(part: Partial<TableView> = {}, reach: Reach = REACH): TableModel {
  const view = { ...VIEW, ...part };
  const spots = spotsOf(reach, view.by, (id) => NAMES[id] ?? id);
  const arrow = { id: "a", source: "w1", destination: "d", protocol: "TCP", port: 3306 } as const;
  return modelOf(reach, view, spots, new Map([["w1 d", [arrow]]]));
}
const names = (items: Item[]) => items.map(({ name }) => name);
const said = (part: Partial<TableView>, from: string, to: string) => {
  const { axes, reach, question } = model(part);
  const item = (items: Item[], name: string) => items.find((each) => each.name === name) as Item;
  const { look } = lookOf(reach, item(axes.sources, from), item(axes.destinations, to), question);
  return `${look.tone} ${look.sign} ${look.text}`;
};

describe("rows and columns", () => {
  it("go by namespace and name, what is outside last", () => {
    expect(names(model().axes.sources)).toEqual(["dev/job", "prod/db", "prod/web", "outside/backup", "Internet"]);
    expect(names(model({ by: "pod" }).axes.sources).slice(2, 4)).toEqual(["prod/web-1", "prod/web-2"]);
  });

  it("fold by namespace, of a large board all at first", () => {
    expect(names(model({ folded: ["prod"] }).axes.sources)).toEqual(["dev/job", "prod", "outside/backup", "Internet"]);
    const many = Array.from({ length: 50 }, (_, at) => ({ ...(model().spots[0] as never as object), key: `${at}` }));
    expect([...foldedOf(many as never, { folded: null })]).toEqual(["prod"]);
    expect([...foldedOf(many as never, { folded: [] })]).toEqual([]);
  });

  it("are those that the filters leave", () => {
    const { sources, destinations, hidden } = model({ from: "prod/", to: "db" }).axes;
    expect([names(sources), names(destinations), hidden]).toEqual([["prod/db", "prod/web"], ["prod/db"], 7]);
    expect(names(model({ passing: "drawn" }).axes.sources)).toEqual(["prod/web"]);
    expect(names(model({ passing: "something", port: "9000", to: "db" }).axes.sources)).toEqual(["prod/web"]);
    expect(names(model({ passing: "undecided", from: "prod/web" }).axes.destinations)).toEqual(["dev/job"]);
  });

  it("can begin with what is most open", () => {
    expect(names(model({ order: "most" }).axes.sources).slice(0, 2)).toEqual(["prod/web", "prod/db"]);
    expect(names(model({ order: "least" }).axes.sources).slice(0, 2)).toEqual(["dev/job", "prod/db"]);
  });
});

describe("a cell", () => {
  it("counts the arrows that are drawn, of a folded namespace all of them", () => {
    for (const folded of [[], ["prod"]]) {
      const shown = model({ folded });
      const [from, to] = folded.length > 0 ? ["prod", "prod"] : ["prod/web", "prod/db"];
      const item = (items: Item[], name: string) => items.find((each) => each.name === name) as Item;
      expect(drawnBetween(shown, item(shown.axes.sources, from), item(shown.axes.destinations, to))).toBe(1);
    }
  });

  it("says the ports with a sign", () => {
    expect(said({}, "prod/web", "prod/db")).toBe("allow ✓ 3306 +1");
    expect(said({}, "prod/db", "prod/web")).toBe("deny ✕ ");
    expect(said({}, "prod/web", "dev/job")).toBe("undef ? ");
    expect(said({}, "outside/backup", "Internet")).toBe("none  –");
  });

  it("of a pod with itself is no matter of policy, of a replica with another it is", () => {
    expect(said({}, "prod/db", "prod/db")).toBe("none  self");
    expect(said({}, "prod/web", "prod/web")).toBe("deny ✕ ");
    expect(said({ by: "pod" }, "prod/web-1", "prod/web-1")).toBe("none  self");
    expect(said({ by: "pod" }, "prod/web-1", "prod/web-2")).toBe("deny ✕ ");
  });

  it("answers for the port that is asked for", () => {
    expect(said({ port: "3306" }, "prod/web", "prod/db")).toBe("allow ✓ ");
    expect(said({ port: "53/UDP" }, "prod/web", "prod/db")).toBe("deny ✕ ");
  });

  it("of a folded namespace counts, and a mixture has no one colour", () => {
    expect(said({ folded: ["prod"] }, "prod", "prod")).toBe("mixed  1 of 3");
    expect(said({ folded: ["prod"] }, "prod", "Internet")).toBe("allow ✓ all");
  });
});

it("reads ports as people write them", () => {
  expect(["3306", "53/udp", "UDP 53", "mysql", "0", "70000"].map(readPort)).toEqual([
    { protocol: "TCP", port: 3306 },
    { protocol: "UDP", port: 53 },
    { protocol: "UDP", port: 53 },
    null,
    null,
    null,
  ]);
});

it("is taken away as it is shown, with every port and no cell cut short", () => {
  const shown = model({ from: "prod/", to: "db" });
  expect(asMarkdown(shown)).toBe(
    "| from \\\\ to | prod/db |\n|---|---|\n| prod/db | self |\n| prod/web | ✓ 3306, 9000 |\n",
  );
  expect(asCsv(shown)).toBe('from \\ to,prod/db\r\nprod/db,self\r\nprod/web,"✓ 3306, 9000"\r\n');
  expect(asCsv(model({ from: "prod/", to: "db", turned: true })).split("\r\n")[0]).toBe("to \\ from,prod/db,prod/web");
});
