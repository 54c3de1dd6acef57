import { useEffect } from "react";
import { usePolicyFacts } from "@/panels/facts/use-policies";
import { type Lit, uiStore } from "@/store/ui";
import { useBoard, useUi } from "@/store/use";

/** Chooses what stands out on the canvas: the neighbours of what the pointer is at, else whom the YAML at the caret
 * speaks of, else the pods that the selected policy selects. Draws nothing itself. */
export function Lighting() {
  const hovered = useUi((ui) => ui.hovered);
  const policy = useUi((ui) =>
    ui.selection.length === 1 && ui.selection[0]?.table === "policies" ? ui.openPolicy : null,
  );
  const connections = useBoard((board) => board.connections);
  const caretLit = useUi((ui) => ui.caretLit);
  const facts = usePolicyFacts();
  useEffect(() => {
    const pods = facts.find((each) => each.policy.id === policy)?.pods;
    let lit: Lit | null = pods ? { by: "policy", ids: new Set(pods.map(({ id }) => id)) } : null;
    if (caretLit) lit = caretLit;
    const met = hovered === null ? [] : Object.values(connections).filter((each) => touches(each, hovered));
    // Without a connection there is nothing to show, and everything else stays as it is.
    if (met.length > 0) lit = { by: "pointer", ids: new Set(met.flatMap((each) => [each.source, each.destination])) };
    uiStore.setState({ lit });
  }, [hovered, policy, connections, facts, caretLit]);
  return null;
}

function touches({ source, destination }: { source: string; destination: string }, end: string): boolean {
  return source === end || destination === end;
}
