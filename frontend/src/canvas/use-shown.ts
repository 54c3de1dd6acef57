import { useMemo } from "react";
import type { Arrow } from "@/geometry/arrows";
import { type Bundled, bundled } from "@/geometry/bundles";
import { isFolded, useFolds } from "@/store/folds";
import { type Looking, useLooking } from "@/store/looking";
import { useBoard } from "@/store/use";
import { arrowsOf } from "./arrow-specs";

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
export function useShownArrows(): Bundled {
  const arrows = useSingleArrows();
  const { pods } = useShown();
  const folds = useFolds((state) => state);
  return useMemo(
    () =>
      bundled(arrows, (end) => {
        const namespace = pods[end]?.namespace;
        return namespace !== undefined && isFolded(folds, namespace) ? namespace : undefined;
      }),
    [arrows, pods, folds],
  );
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

/** The arrows with what became of each: a sign before the port says gained or lost. */
export function lookedAt({ tables, turns }: Looking): Arrow[] {
  const { connections } = tables;
  const told = Object.fromEntries(
    Object.values(turns).map(({ connection, before, after, blocked_at }) => {
      const state = after === "absent" ? before : after;
      const allowed = state === "undefined" ? null : state === "allowed";
      return [connection, { allowed, blocked_at: allowed === false ? blocked_at : null }];
    }),
  );
  return arrowsOf({ connections, verdicts: told }).map((arrow) => ({
    ...arrow,
    text: `${SIGNS[turns[arrow.id]?.turn ?? ""] ?? ""}${arrow.text}`,
  }));
}
