/** Which pods a policy's text selects, for counts and lists. Verdicts never come from here: those are the server's. */
import { isMap, parseDocument } from "yaml";
import { podsOf } from "@/model/places";
import type { PodRecord, Tables } from "@/model/records";
import { matches, readSelector, type Selector } from "./selectors";

type Meaning = { selector: Selector; ingress: boolean; egress: boolean };

const known = new Map<string, Meaning | null>();

/** Null when the text is not one policy that can be read. Kept by text: the outline asks for all policies at once. */
export function meaningOf(text: string): Meaning | null {
  const kept = known.get(text);
  if (kept !== undefined) return kept;
  if (known.size > 500) known.clear();
  const meaning = readMeaning(text);
  known.set(text, meaning);
  return meaning;
}

function readMeaning(text: string): Meaning | null {
  const document = parseDocument(text, { uniqueKeys: false, logLevel: "silent" });
  if (document.errors.length > 0 || !isMap(document.contents)) return null;
  const { spec } = document.toJS() as { spec?: Record<string, unknown> | null };
  const types = Array.isArray(spec?.policyTypes) ? (spec.policyTypes as unknown[]) : [];
  const egressRules = Array.isArray(spec?.egress) ? spec.egress.length : 0;
  // Without policyTypes a policy isolates ingress, and egress only when it has an egress rule.
  const named = types.length > 0;
  return {
    selector: readSelector(spec?.podSelector),
    ingress: named ? types.includes("Ingress") : true,
    egress: named ? types.includes("Egress") : egressRules > 0,
  };
}

/** The pods of the policy's own namespace that its podSelector matches. Pods on the host network and pods that have
 * ended are matched by no selector. */
export function selectedPods(
  meaning: Meaning,
  namespace: string,
  { pods, namespaces }: Pick<Tables, "pods" | "namespaces">,
): PodRecord[] {
  const frame = Object.values(namespaces).find(({ name }) => name === namespace);
  if (!frame) return [];
  return podsOf({ pods }, frame.id).filter((pod) => selectable(pod) && matches(meaning.selector, pod.labels));
}

/** Selectors match neither pods on the host network, which count as their node, nor pods that have ended. */
export function selectable(pod: PodRecord): boolean {
  return !pod.host_network && pod.phase !== "Succeeded" && pod.phase !== "Failed";
}
