import { expect, it } from "vitest";
import type { Tables } from "@/model/records";
import { sidesOf, usualWidth, widthsOf } from "./manners";

const WORLD = {
  namespaces: { n: { id: "n", name: "prod" } },
  pods: { w: { id: "w", name: "web", namespace: "n" }, d: { id: "d", name: "db", namespace: "n" } },
  hosts: { h: { id: "h", name: "backup" }, i: { id: "i", name: "internet" } },
} as unknown as Pick<Tables, "namespaces" | "pods" | "hosts">;
const drawn = (source: string, destination: string, want = true) => ({
  source,
  destination,
  protocol: "TCP" as const,
  port: 80,
  want,
});
const values = (choices: { value: string }[]) => choices.map(({ value }) => value).join(" ");

it("an address outside has no side of its own", () => {
  expect(values(sidesOf(drawn("w", "d"), WORLD))).toBe("needed ingress egress both");
  expect(values(sidesOf(drawn("h", "d"), WORLD))).toBe("needed ingress");
  expect(values(sidesOf(drawn("n", "h"), WORLD))).toBe("needed egress");
});

it("widths are those that mean something at the other end", () => {
  expect(values(widthsOf(drawn("w", "d"), "ingress", WORLD))).toBe("labels namespace cluster everyone");
  expect(values(widthsOf(drawn("h", "d"), "ingress", WORLD))).toBe("labels internet everyone");
  expect(values(widthsOf(drawn("n", "d"), "ingress", WORLD))).toBe("labels cluster everyone");
  expect(values(widthsOf(drawn("w", "h", false), "needed", WORLD))).toBe("labels namespace everyone");
});

it("the Internet begins as wide as it is", () => {
  expect([usualWidth(drawn("w", "i"), WORLD), usualWidth(drawn("w", "h"), WORLD)]).toEqual(["internet", "labels"]);
});
