/** A verdict's chain of reasons in sentences. The facts are the server's; only the words are made here. */
import type { Allowed } from "@/panels/parts/VerdictMark";
import type { ConnectionVerdict, PolicyReason, Side, Verdict } from "@/wire/messages";

export type Step = { title: string; text: string; allowed: Allowed; policies: PolicyReason[] };

type Way = "egress" | "ingress";

/** "web" of "prod/web"; an address stays as it is. */
export function shortPlace(place: string): string {
  return place.slice(place.indexOf("/") + 1);
}

export function banner(verdict: ConnectionVerdict): string {
  if (verdict.allowed === null) return "Undefined: the specification leaves this open";
  if (verdict.allowed) return `Allowed all the way to ${verdict.destination}`;
  if (verdict.blocked_at === "egress") return `Blocked on the way out, at ${verdict.source}`;
  if (verdict.blocked_at === "both") return "Blocked twice: on the way out and on the way in";
  return `Blocked on the way in, at ${verdict.destination}`;
}

/** Leaving the source, then entering the destination. */
export function sideSteps(verdict: Verdict): [Step, Step] {
  return [
    sideStep("egress", verdict.source, verdict.destination, verdict.egress),
    sideStep("ingress", verdict.destination, verdict.source, verdict.ingress),
  ];
}

function sideStep(way: Way, pod: string, other: string, side: Side | null): Step {
  const title = `${way === "egress" ? "Leaving" : "Entering"} ${pod}`;
  if (side !== null) {
    return { title, text: sideText(way, shortPlace(pod), shortPlace(other), side), ...side };
  }
  const does = way === "egress" ? "sends" : "accepts";
  const text = `${shortPlace(pod)} is outside the cluster: no policy decides what it ${does}.`;
  return { title, text, allowed: true, policies: [] };
}

function sideText(way: Way, pod: string, other: string, side: Side): string {
  if (side.allowed === null) return "The specification says nothing about this protocol.";
  if (!side.isolated)
    return `No policy isolates ${pod} for ${way}, so everything may ${way === "egress" ? "leave" : "enter"}.`;
  const isolators = side.isolated_by.length;
  const start = `${isolators === 1 ? "One policy isolates" : `${isolators} policies isolate`} ${pod} for ${way}.`;
  const passes = way === "egress" ? `it reach ${other}` : `${other} in`;
  if (!side.allowed) return `${start} None of ${isolators === 1 ? "its" : "their"} rules lets ${passes}.`;
  const granting = side.policies.length;
  if (granting === 0) return `${start} This connection passes all the same; the notes say why.`;
  return `${start} ${granting === 1 ? "This rule lets" : "Each of these rules lets"} ${passes}.`;
}

/** "ingress[0].from[1]", or the rule alone when its ports are what does not fit. */
export function ruleName({ rule, peer }: { rule: string | null; peer: string | null }): string {
  if (rule === null) return "";
  return peer ? `${rule}.${peer}` : rule;
}

/** A finding such as "podSelector role=api: web has role=web" as the condition and what was found instead. */
export function finding(text: string): { condition: string; found: string } {
  const end = text.indexOf(": ");
  return end < 0 ? { condition: text, found: "" } : { condition: text.slice(0, end), found: text.slice(end + 2) };
}
