import { useEffect, useMemo } from "react";
import { useDrawn } from "@/store/drawn";
import { useLooking } from "@/store/looking";
import { useReach } from "@/store/reach";
import { useBoard, useUi } from "@/store/use";
import { watchReach } from "@/sync/reach";
import { type Possible, pairArrow, possibleArrows } from "./possible";

/** More would hide the picture, and nobody could follow them. */
const MOST = 300;
const NONE: Possible = { arrows: [], more: false };

/** What is drawn faintly: all that is possible where the person chose so, of the selection if there is one; and the
 * connection that is looked at. */
export function usePossible(): Possible {
  const wanted = useDrawn((state) => state.choice === "possible");
  const looking = useLooking((held) => held !== null);
  const pair = useUi((ui) => ui.pair);
  const selection = useUi((ui) => ui.selection);
  const board = useBoard((state) => state.board?.id);
  const pods = useBoard((state) => state.pods);
  const hosts = useBoard((state) => state.hosts);
  const connections = useBoard((state) => state.connections);
  const reach = useReach((state) => state.reach);
  const needed = !looking && (wanted || pair !== null);
  useEffect(() => (needed && board ? watchReach(board) : undefined), [needed, board]);
  const scope = useMemo(() => {
    if (!wanted) return "";
    const ids = selection.flatMap(({ table, id }) => {
      if (table === "namespaces") return Object.values(pods).flatMap((pod) => (pod.namespace === id ? [pod.id] : []));
      return table === "pods" || table === "hosts" ? [id] : [];
    });
    return (ids.length === 0 && pair ? [pair.source] : ids).join(" ");
  }, [wanted, selection, pods, pair]);
  return useMemo(() => {
    if (!needed || !reach) return NONE;
    const ids = scope ? new Set(scope.split(" ")) : null;
    const found = wanted ? possibleArrows(reach, { pods, hosts, connections }, ids, MOST) : NONE;
    const looked = pair ? pairArrow(reach, { connections }, pair) : [];
    const known = new Set(found.arrows.map(({ id }) => id));
    return { ...found, arrows: [...found.arrows, ...looked.filter(({ id }) => !known.has(id))] };
  }, [needed, wanted, reach, pods, hosts, connections, scope, pair]);
}
