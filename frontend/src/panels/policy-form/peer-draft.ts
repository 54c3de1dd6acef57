import { NAME_LABEL } from "@/panels/facts/peer-matches";
import { say } from "@/texts/policy-form";
import { blockMistake } from "./BlockFields";
import { NEW_REQUIREMENT, type RequirementDraft, wantedOf } from "./RequirementFields";
import { selectorOf } from "./requirement";

export type PeerKind = "pods" | "addresses" | "everyone";

/** Namespaces of a new peer: the policy's own, all of them, or one by its name. */
export const OWN = "";
export const EVERY = "*";

/** A peer that is being thought of: nothing of it is written before it is whole. */
export interface PeerDraft {
  kind: PeerKind;
  label: RequirementDraft;
  namespace: string;
  cidr: string;
}

export const NEW_PEER: PeerDraft = { kind: "pods", label: NEW_REQUIREMENT, namespace: OWN, cidr: "" };

export function peerMistake({ kind, label, cidr }: PeerDraft): string | null {
  if (kind === "addresses") return blockMistake(cidr.trim());
  if (kind === "pods" && label.key.trim() === "" && label.values.trim() !== "") return say.writeTheLabelsKey;
  return null;
}

/** The peer as it is written; null for everyone, who needs none. */
export function peerValue({ kind, label, namespace, cidr }: PeerDraft): Record<string, unknown> | null {
  if (kind === "everyone") return null;
  if (kind === "addresses") return { ipBlock: { cidr: cidr.trim() } };
  const podSelector = label.key.trim() ? selectorOf(wantedOf(label)) : {};
  if (namespace === OWN) return { podSelector };
  if (namespace === EVERY) return { namespaceSelector: {}, podSelector };
  return { namespaceSelector: { matchLabels: { [NAME_LABEL]: namespace } }, podSelector };
}
