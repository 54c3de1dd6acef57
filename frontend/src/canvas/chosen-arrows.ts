import type { Arrow } from "@/geometry/arrows";
import type { Ref, Tables } from "@/model/records";
import type { DrawnState } from "@/store/drawn";
import type { ConnectionVerdict } from "@/wire/messages";

interface Now {
  selection: readonly Ref[];
  pods: Tables["pods"];
  verdicts: Record<string, ConnectionVerdict>;
}

/** The arrows of a person's choice. An arrow that is selected is always among them: it would otherwise vanish from under
 * the panel that speaks of it. */
export function chosenArrows(arrows: Arrow[], { choice, baseline }: DrawnState, now: Now): Arrow[] {
  if (choice === "all") return arrows;
  const selected = new Set(now.selection.map(({ id }) => id));
  const within = (end: string) => selected.has(end) || selected.has(now.pods[end]?.namespace ?? "");
  return arrows.filter(({ id, source, destination, outcome }) => {
    if (selected.has(id)) return true;
    if (choice === "blocked") return outcome === "blocked";
    if (choice === "selection") return within(source) || within(destination);
    return baseline[id] !== now.verdicts[id]?.allowed;
  });
}
