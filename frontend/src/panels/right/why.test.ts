import { describe, expect, it } from "vitest";
import type { ConnectionVerdict, PolicyReason, Side } from "@/wire/messages";
import { banner, finding, ruleName, sideSteps } from "./why";

const OPEN: Side = { allowed: true, isolated: false, isolated_by: [], policies: [] };
const place = { file: "k", line: 1, column: 1, end_line: 2 };
const reason: PolicyReason = {
  policy: "prod/db-policy",
  rule: null,
  peer: null,
  near_misses: [],
  peer_line: null,
  peer_end_line: null,
  ...place,
};
const SHUT: Side = { allowed: false, isolated: true, isolated_by: ["prod/db-policy"], policies: [reason] };

const BLOCKED: ConnectionVerdict = {
  connection: "c",
  source: "prod/web",
  destination: "prod/db",
  protocol: "TCP",
  port: 3306,
  allowed: false,
  blocked_at: "ingress",
  egress: OPEN,
  ingress: SHUT,
  notes: [],
};

describe("the banner", () => {
  it("says on which way and at which pod a connection is blocked", () => {
    expect(banner(BLOCKED)).toBe("Blocked on the way in, at prod/db");
    expect(banner({ ...BLOCKED, blocked_at: "egress" })).toBe("Blocked on the way out, at prod/web");
    expect(banner({ ...BLOCKED, blocked_at: "both" })).toBe("Blocked twice: on the way out and on the way in");
  });

  it("is neither allowed nor blocked where the specification is silent", () => {
    expect(banner({ ...BLOCKED, allowed: null, blocked_at: null })).toMatch(/^Undefined/);
  });
});

describe("the steps", () => {
  it("tell of the source's way out and the destination's way in", () => {
    const [leaving, entering] = sideSteps(BLOCKED);
    expect(leaving.text).toBe("No policy isolates web for egress, so everything may leave.");
    expect(entering.text).toBe("One policy isolates db for ingress. None of its rules lets web in.");
    expect(entering.title).toBe("Entering prod/db");
  });

  it("name the rule that lets a connection through", () => {
    const granted: Side = { ...SHUT, allowed: true, policies: [{ ...reason, rule: "ingress[0]", peer: "from[1]" }] };
    const [, entering] = sideSteps({ ...BLOCKED, allowed: true, blocked_at: null, ingress: granted });
    expect(entering.text).toBe("One policy isolates db for ingress. This rule lets web in.");
    expect(ruleName(granted.policies[0] ?? reason)).toBe("ingress[0].from[1]");
  });

  it("say of an address outside that no policy decides for it", () => {
    const [leaving] = sideSteps({ ...BLOCKED, source: "outside/backup", egress: null });
    expect(leaving).toMatchObject({
      allowed: true,
      text: "backup is outside the cluster: no policy decides what it sends.",
    });
  });
});

it("parts a finding into the condition and what was found instead", () => {
  expect(finding("podSelector role=api: web has role=web")).toEqual({
    condition: "podSelector role=api",
    found: "web has role=web",
  });
  expect(finding("every port")).toEqual({ condition: "every port", found: "" });
});
