import { describe, expect, it } from "vitest";
import type { ConnectionVerdict, Side } from "@/wire/messages";
import { traceSteps } from "./trace-steps";

const side = (allowed: boolean): Side => ({
  allowed,
  isolated: !allowed,
  isolated_by: allowed ? [] : ["a/p"],
  policies: [],
});
const verdict = (egress: boolean, ingress: boolean): ConnectionVerdict => ({
  connection: "c",
  source: "a/web",
  destination: "a/db",
  protocol: "TCP",
  port: 3306,
  allowed: egress && ingress,
  blocked_at: null,
  egress: side(egress),
  ingress: side(ingress),
  notes: [],
});

describe("the way of a packet", () => {
  it("goes through both gates, and the reply comes back without being asked", () => {
    const steps = traceSteps(verdict(true, true));
    expect(steps.map(({ title }) => title)).toEqual(["Start", "Leaving a/web", "On the way", "Entering a/db", "Reply"]);
    expect(steps.at(-1)).toMatchObject({ at: 0, state: "reply" });
  });

  it("ends at the gate that stops it", () => {
    expect(traceSteps(verdict(false, false)).map(({ title }) => title)).toEqual(["Start", "Leaving a/web", "Stopped"]);
    expect(traceSteps(verdict(true, false)).at(-1)).toMatchObject({ title: "Stopped", state: "stopped" });
  });
});
