import { boardStore } from "@/store/board";
import { camera } from "@/store/camera";
import { type Asked, clearComparison, comparisonStore } from "@/store/comparison";
import { comparisonOf, lookAt, lookAway, lookingStore } from "@/store/looking";
import { uiStore } from "@/store/ui";
import { RequestError, request } from "@/sync/rest";
import type { ComparisonAnswer, Pair } from "@/wire/messages";
import { queryOf, writeAddress } from "./address";
import { pairArrows, pairKey, shownOf } from "./pairs";

/** Asks for a comparison and shows it: in the panel, on the canvas and in the address, which can be sent. */
export async function compareWith(asked: Asked): Promise<void> {
  uiStore.setState({ dockTab: "compare", dockOpen: true });
  comparisonStore.setState({ asked, found: null, faults: [], chosen: null });
  const board = boardStore.getState().board?.id;
  try {
    const found = await request<ComparisonAnswer>("GET", `boards/${board}/compare/?${queryOf(asked)}`);
    if (comparisonStore.getState().asked === asked) show(exactly(asked, found), found);
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    if (comparisonStore.getState().asked === asked) comparisonStore.setState({ faults: error.faults });
  }
}

/** With the revisions that were compared: whoever follows the link sees the same, whatever happened since. */
function exactly(asked: Asked, { old, new: now }: ComparisonAnswer): Asked {
  if (asked.kind === "revisions") return asked;
  const [mine, theirs] = asked.swap ? [now, old] : [old, now];
  if (asked.kind === "manifests") return { ...asked, from: mine.revision };
  return { ...asked, from: mine.revision, at: theirs.revision };
}

function show(asked: Asked, found: ComparisonAnswer): void {
  comparisonStore.setState({ asked, found });
  putAddress(asked);
  const title =
    asked.kind === "revisions"
      ? `Revision ${asked.from} compared with ${asked.to}`
      : `${found.old.name} compared with ${found.new.name}`;
  const looking = comparisonOf(found, title);
  const pairs = pairArrows(found.pairs?.listed ?? [], looking.tables, looking.turns);
  lookAt({ ...looking, pairs, leave: leaveComparison });
}

/** Back to the board; from two revisions also back to the history, where they were chosen. */
export function leaveComparison(): void {
  if (comparisonStore.getState().asked?.kind === "revisions") uiStore.setState({ dockTab: "history" });
  lookAway("compare");
  clearComparison();
  putAddress(null);
}

function putAddress(asked: Asked | null): void {
  const { pathname, search, hash } = location;
  history.replaceState(history.state, "", `${pathname}${writeAddress(search, asked)}${hash}`);
}

/** Points a pair out on the canvas and brings it into view. */
export function choosePair(pair: Pair): void {
  comparisonStore.setState({ chosen: pairKey(pair) });
  const { looking } = lookingStore.getState();
  if (looking?.kind !== "compare") return;
  const { ends, arrows } = shownOf(pair, looking.tables);
  const undrawn = (looking.pairs ?? []).filter((arrow) => arrow.pair === pairKey(pair)).map(({ id }) => id);
  lookAt({ ...looking, chosen: new Set([...arrows, ...undrawn]) });
  if (ends.length > 0) camera()?.fit(ends);
}
