import { useEffect } from "react";
import { countingText } from "@/panels/facts/counting-text";
import { namedPeers } from "@/panels/facts/named-peers";
import { type PolicyFacts, usePolicyFacts } from "@/panels/facts/use-policies";
import { type BoardState, boardStore } from "@/store/board";
import { type Lit, type UiState, uiStore } from "@/store/ui";
import { useBoard, useUi } from "@/store/use";

/** Chooses what stands out on the canvas: the neighbours of what the pointer is at, else whom the YAML at the caret
 * speaks of, else the pods that the selected policy selects, with the peers that its rules name. Draws nothing
 * itself. */
export function Lighting() {
  const hovered = useUi((ui) => ui.hovered);
  const policy = useUi((ui) => ui.hoveredPolicy ?? selectedOf(ui, "policies"));
  const pod = useUi((ui) => selectedOf(ui, "pods"));
  const connections = useBoard((board) => board.connections);
  const caretLit = useUi((ui) => ui.caretLit);
  const facts = usePolicyFacts();
  const closed = useBoard((board) => board.closed);
  useEffect(() => {
    let lit = closed ? null : litByPolicy(facts, policy);
    if (caretLit && !closed) lit = caretLit;
    const met = hovered === null ? [] : Object.values(connections).filter((each) => touches(each, hovered));
    // Without a connection there is nothing to show, and everything else stays as it is.
    if (met.length > 0) lit = { by: "pointer", ids: homes(met.flatMap((each) => [each.source, each.destination])) };
    uiStore.setState({ lit });
  }, [hovered, policy, connections, facts, caretLit, closed]);
  useEffect(() => {
    const those = pod && !closed ? facts.filter(({ pods }) => pods?.some(({ id }) => id === pod)) : [];
    uiStore.setState({ litPolicies: new Set(those.map((each) => each.policy.id)) });
  }, [pod, facts, closed]);
  return null;
}

function selectedOf({ selection }: UiState, table: "policies" | "pods"): string | null {
  const [only] = selection;
  return selection.length === 1 && only?.table === table ? only.id : null;
}

function litByPolicy(facts: PolicyFacts[], id: string | null): Lit | null {
  const found = facts.find(({ policy }) => policy.id === id);
  if (!found?.pods) return null;
  const board = boardStore.getState();
  const text = countingText(found.policy, board.drafts[found.policy.id]);
  const { pods, hosts } = namedPeers(text, found.policy.namespace, board);
  const selected = homes(found.pods.map(({ id }) => id));
  return { by: "policy", ids: new Set([...selected, ...homes([...pods, ...hosts].map(({ id }) => id))]), selected };
}

/** The ids with those of the namespaces around them: a folded namespace stands for its pods. */
function homes(ids: string[], { pods }: Pick<BoardState, "pods"> = boardStore.getState()): Set<string> {
  return new Set(ids.flatMap((id) => [id, pods[id]?.namespace ?? []].flat()));
}

function touches({ source, destination }: { source: string; destination: string }, end: string): boolean {
  return source === end || destination === end;
}
