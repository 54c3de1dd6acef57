import type { Arrow } from "@/geometry/arrows";
import { readPort } from "@/model/port-words";
import type { Ref, Tables } from "@/model/records";
import type { DrawnState } from "@/store/drawn";
import type { ConnectionVerdict } from "@/wire/messages";

interface Now {
  selection: readonly Ref[];
  pods: Tables["pods"];
  connections: Tables["connections"];
  verdicts: Record<string, ConnectionVerdict>;
}

type Chosen = Pick<DrawnState, "choice" | "port" | "namespace" | "baseline">;

/** The arrows of a person's choice. An arrow that is selected is always among them: it would otherwise vanish from under
 * the panel that speaks of it. */
export function chosenArrows(arrows: Arrow[], drawn: Chosen, now: Now): Arrow[] {
  const asked = readPort(drawn.port);
  const everyOne = drawn.choice === "all" || drawn.choice === "possible";
  if (everyOne && !asked && !drawn.namespace) return arrows;
  const selected = new Set(now.selection.map(({ id }) => id));
  const at = (end: string) => now.pods[end]?.namespace ?? "";
  const within = (end: string) => selected.has(end) || selected.has(at(end));
  return arrows.filter((arrow) => {
    const { id, source, destination } = arrow;
    if (selected.has(id)) return true;
    const connection = now.connections[id];
    if (asked && (connection?.port !== asked.port || connection.protocol !== asked.protocol)) return false;
    if (drawn.namespace && at(source) !== drawn.namespace && at(destination) !== drawn.namespace) return false;
    if (drawn.choice === "selection") return within(source) || within(destination);
    if (drawn.choice === "changed") return drawn.baseline[id] !== now.verdicts[id]?.allowed;
    return everyOne || arrow.outcome === drawn.choice;
  });
}
