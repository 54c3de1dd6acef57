import { useCallback, useMemo } from "react";
import type { Arrow } from "@/geometry/arrows";
import { type Bundled, bundled } from "@/geometry/bundles";
import type { Ref } from "@/model/records";
import { useDrawn } from "@/store/drawn";
import { isFolded, useFolds } from "@/store/folds";
import { type Looking, useLooking } from "@/store/looking";
import { useBoard, useUi } from "@/store/use";
import { arrowsOf } from "./arrow-specs";
import { chosenArrows } from "./chosen-arrows";
import { usePossible } from "./use-possible";

const SIGNS: Partial<Record<string, string>> = { gained: "+ ", lost: "− " };

/** What is drawn: the board as it stands, or what is looked at instead. */
export function useShown() {
  const looking = useLooking((held) => held);
  const namespaces = useBoard((board) => board.namespaces);
  const pods = useBoard((board) => board.pods);
  const hosts = useBoard((board) => board.hosts);
  const now = useBoard((board) => board.isolation);
  const isolation = looking?.isolation ?? now;
  return useMemo(
    () => ({ ...(looking?.tables ?? { namespaces, pods, hosts }), isolation }),
    [looking, namespaces, pods, hosts, isolation],
  );
}

/** The arrows that are drawn: what is folded or runs between the same two ends is drawn as one. */
export function useShownArrows(): Bundled & Told {
  const { arrows, hidden } = useChosenArrows();
  const { arrows: possible, more: morePossible } = usePossible();
  const homeOf = useHomeOf();
  return useMemo(
    () => ({ ...bundled([...arrows, ...possible], homeOf), hidden, morePossible }),
    [arrows, possible, homeOf, hidden, morePossible],
  );
}

/** What is not drawn. */
interface Told {
  hidden: number;
  morePossible: boolean;
}

/** The namespace into which a pod is folded. */
function useHomeOf(): (end: string) => string | undefined {
  const { pods } = useShown();
  const folds = useFolds((state) => state);
  return useCallback(
    (end) => {
      const namespace = pods[end]?.namespace;
      return namespace !== undefined && isFolded(folds, namespace) ? namespace : undefined;
    },
    [pods, folds],
  );
}

const NOTHING: Ref[] = [];

function useChosenArrows(): { arrows: Arrow[]; hidden: number } {
  const arrows = useSingleArrows();
  const drawn = useDrawn((state) => state);
  const looking = useLooking((held) => held !== null);
  const pods = useBoard((board) => board.pods);
  const connections = useBoard((board) => board.connections);
  const verdicts = useBoard((board) => board.verdicts);
  // Of no concern, and no reason to route anything anew, while all are drawn.
  const plain = drawn.choice === "all" && drawn.port === "" && drawn.namespace === "";
  const selection = useUi((ui) => (plain ? NOTHING : ui.selection));
  return useMemo(() => {
    const chosen = looking ? arrows : chosenArrows(arrows, drawn, { selection, pods, connections, verdicts });
    return { arrows: chosen, hidden: arrows.length - chosen.length };
  }, [arrows, looking, drawn, selection, pods, connections, verdicts]);
}

function useSingleArrows(): Arrow[] {
  const looking = useLooking((held) => held);
  const connections = useBoard((board) => board.connections);
  const verdicts = useBoard((board) => board.verdicts);
  return useMemo(
    () => (looking ? lookedAt(looking) : arrowsOf({ connections, verdicts })),
    [looking, connections, verdicts],
  );
}

/** The arrows with what became of each: a sign before the port says gained or lost. Then those that nobody drew. */
export function lookedAt({ tables, turns, pairs = [] }: Looking): Arrow[] {
  const { connections } = tables;
  const told = Object.fromEntries(
    Object.values(turns).map(({ connection, before, after, blocked_at }) => {
      const state = after === "absent" ? before : after;
      const allowed = state === "undefined" ? null : state === "allowed";
      return [connection, { allowed, blocked_at: allowed === false ? blocked_at : null }];
    }),
  );
  const drawn = arrowsOf({ connections, verdicts: told }).map((arrow) => ({
    ...arrow,
    text: `${SIGNS[turns[arrow.id]?.turn ?? ""] ?? ""}${arrow.text}`,
  }));
  const undrawn = pairs.map(
    ({ id, source, destination, turn, text }): Arrow => ({
      id,
      source,
      destination,
      outcome: turn === "gained" ? "allowed" : "blocked",
      stopped: { source: false, destination: turn === "lost" },
      text: `${SIGNS[turn]}${text}`,
    }),
  );
  return [...drawn, ...undrawn];
}
