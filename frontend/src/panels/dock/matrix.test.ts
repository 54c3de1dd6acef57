import { describe, expect, it } from "vitest";
import type { ConnectionRecord, PodRecord } from "@/model/records";
import type { ConnectionVerdict } from "@/wire/messages";
import { matrixOf, portText } from "./matrix";

const arrow = (id: string, source: string, destination: string, port: number): ConnectionRecord => ({
  id,
  source,
  destination,
  protocol: "TCP",
  port,
});

const TABLES = {
  namespaces: { n: { id: "n", name: "prod", labels: {}, x: 0, y: 0, width: 1, height: 1 } },
  pods: {
    w: { id: "w", name: "web", namespace: "n" } as PodRecord,
    d: { id: "d", name: "db", namespace: "n" } as PodRecord,
  },
  hosts: { h: { id: "h", name: "backup", address: "192.0.2.1", x: 0, y: 0 } },
  connections: { a: arrow("a", "w", "d", 3306), b: arrow("b", "w", "d", 22), c: arrow("c", "h", "d", 3306) },
};

describe("the table of drawn arrows", () => {
  const matrix = matrixOf(TABLES, { a: { connection: "a", allowed: true } as ConnectionVerdict });

  it("has a row for each source and a column for each destination, outside last", () => {
    expect(matrix.sources.map(({ name }) => name)).toEqual(["prod/web", "outside/backup"]);
    expect(matrix.destinations.map(({ name }) => name)).toEqual(["prod/db"]);
  });

  it("gathers the arrows of a pair in one cell, by port", () => {
    expect(matrix.cell("w", "d").map(({ connection }) => connection.port)).toEqual([22, 3306]);
    expect(matrix.cell("w", "d")[1]?.verdict?.allowed).toBe(true);
  });

  it("has an empty cell where nothing is drawn", () => {
    expect(matrix.cell("d", "w")).toEqual([]);
  });
});

it("names the protocol of a port unless it is TCP", () => {
  expect([portText({ protocol: "TCP", port: 80 }), portText({ protocol: "UDP", port: 53 })]).toEqual(["80", "53/UDP"]);
});
