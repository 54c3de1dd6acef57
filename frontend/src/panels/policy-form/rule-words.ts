/** The two directions of a policy, and what the form says of them. */

import type { Step } from "@/commands/policy-edit";
import { say } from "@/texts/policy-form";

export type Way = "ingress" | "egress";

export const PEERS = { ingress: "from", egress: "to" } as const;

export const WAY_WORDS = {
  ingress: {
    title: say.whoMayComeIn,
    type: "Ingress",
    nobody: say.nobodyMayConnectToThesePods,
    open: say.thisPolicyDoesNotLimitWho,
    everyone: say.everyoneEveryPodOfEveryNamespace,
    peer: "From",
  },
  egress: {
    title: say.whereThesePodsMayGo,
    type: "Egress",
    nobody: say.thesePodsMayConnectToNobody,
    open: say.thisPolicyDoesNotLimitWhere,
    everyone: say.everywhereEveryPodOfEveryNamespace,
    peer: "To",
  },
} as const;

/** Where a finding is shown: at its rule, peer or port, at the selector, the types or the metadata; else (empty) at the
 * top of the form. */
export function placeOf(path: string | null | undefined): string {
  const found = /^spec\.(ingress|egress)\[\d+\](\.(from|to|ports)\[\d+\])?/.exec(path ?? "");
  if (found) return found[0];
  return /^(spec\.(podSelector|policyTypes)|metadata)/.exec(path ?? "")?.[0] ?? "";
}

/** Which directions a policy isolates, as Kubernetes takes its types and rules. */
export function isolates(types: readonly unknown[], egressRules: number): Record<Way, boolean> {
  if (types.length > 0) return { ingress: types.includes("Ingress"), egress: types.includes("Egress") };
  return { ingress: true, egress: egressRules > 0 };
}

export type RulePlace = { way: Way; index: number; at: Step[] };
