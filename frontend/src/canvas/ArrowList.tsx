import { useReactFlow } from "@xyflow/react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import type { Route } from "@/geometry/arrows";
import { pointAt } from "@/geometry/curve";
import { contains } from "@/geometry/shapes";
import { placeName } from "@/model/places";
import { boardStore } from "@/store/board";
import { select, selectOne } from "@/store/ui";
import { useBoard, useUi } from "@/store/use";
import { outcomeOf, sentenceOf } from "./arrow-specs";
import { canvasStore, useCanvas } from "./state";

const SHARES = [0.12, 0.2, 0.28, 0.36, 0.64, 0.72, 0.8];
const REST_MS = 350;

/** Every arrow in words, for people who do not see the painted ones: a list that Tab reaches once and the arrow keys
 * walk. Choosing an entry selects the arrow. */
export function ArrowList() {
  const connections = useBoard((board) => board.connections);
  const verdicts = useBoard((board) => board.verdicts);
  const namespaces = useBoard((board) => board.namespaces);
  const pods = useBoard((board) => board.pods);
  const hosts = useBoard((board) => board.hosts);
  const selected = useUi((ui) => (ui.selection.length === 1 ? ui.selection[0]?.id : undefined));
  const list = useRef<HTMLUListElement>(null);
  usePathPoints(list);
  const all = Object.values(connections);
  const entry = all.some(({ id }) => id === selected) ? selected : all[0]?.id;
  const places = { namespaces, pods, hosts };
  return (
    <ul aria-label="Connections" className="visually-hidden" ref={list}>
      {all.map((connection) => {
        const { id, source, destination } = connection;
        const verdict = verdicts[id];
        return (
          <li key={id}>
            <button
              aria-pressed={id === selected}
              data-allowed={verdict ? String(verdict.allowed) : "unknown"}
              data-blocked-at={verdict?.blocked_at ?? undefined}
              data-connection={id}
              data-destination={placeName(places, destination)}
              data-outcome={outcomeOf(verdict)}
              data-port={connection.port}
              data-protocol={connection.protocol}
              data-source={placeName(places, source)}
              onBlur={() => canvasStore.setState({ hoveredArrow: null })}
              onClick={() => selectOne("connections", id)}
              onFocus={() => canvasStore.setState({ hoveredArrow: id })}
              onKeyDown={walk}
              tabIndex={id === entry ? 0 : -1}
              type="button"
            >
              {sentenceOf(placeName(places, source), placeName(places, destination), connection, verdict)}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function walk(event: KeyboardEvent<HTMLButtonElement>): void {
  const item = event.currentTarget.parentElement;
  const to = { ArrowDown: item?.nextElementSibling, ArrowUp: item?.previousElementSibling }[event.key];
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  event.preventDefault();
  event.stopPropagation();
  const button = to?.querySelector("button");
  if (!button) return;
  button.focus();
  const id = button.dataset.connection;
  if (id) select([{ table: "connections", id }]);
}

/** Writes into each entry where on the screen its arrow's line can be seen: "x,y x,y ...", in CSS pixels of the
 * window, without the stretches that lie under cards or labels. Written when the picture has come to rest. */
function usePathPoints(list: React.RefObject<HTMLUListElement | null>): void {
  const flow = useReactFlow();
  const drawing = useCanvas((state) => state.drawing);
  const write = useRef<() => void>(() => undefined);
  write.current = () => {
    const labels = [...drawing.routes.values()].flatMap(({ label }) => label ?? []);
    const boxes = flow.getNodes().flatMap((node) => {
      if (node.type === "frame") return [];
      const at = flow.getInternalNode(node.id)?.internals.positionAbsolute ?? node.position;
      return [{ ...at, width: node.width ?? 0, height: node.height ?? 0 }];
    });
    const covers = [...labels, ...boxes];
    for (const button of list.current?.querySelectorAll<HTMLElement>("[data-connection]") ?? []) {
      const route = drawing.routes.get(button.dataset.connection ?? "");
      if (route) button.dataset.pathPoints = seen(route, covers).map(toScreen).join(" ");
    }
  };
  const toScreen = (point: { x: number; y: number }) => {
    const { x, y } = flow.flowToScreenPosition(point);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  };
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(() => write.current(), REST_MS);
    };
    later();
    const stops = [canvasStore.subscribe(later), boardStore.subscribe(later)];
    const scene = list.current?.parentElement;
    scene?.addEventListener("wheel", later, { passive: true });
    scene?.addEventListener("pointerup", later);
    window.addEventListener("resize", later);
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
      scene?.removeEventListener("wheel", later);
      scene?.removeEventListener("pointerup", later);
      window.removeEventListener("resize", later);
    };
  }, [list]);
}

function seen({ curve }: Route, covers: { x: number; y: number; width: number; height: number }[]) {
  return SHARES.map((share) => pointAt(curve, share)).filter((point) => !covers.some((box) => contains(box, point)));
}
