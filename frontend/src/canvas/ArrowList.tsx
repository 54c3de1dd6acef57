import { useReactFlow } from "@xyflow/react";
import { type KeyboardEvent, memo, useEffect, useRef } from "react";
import type { Route } from "@/geometry/arrows";
import { pointAt } from "@/geometry/curve";
import { distanceTo } from "@/geometry/hits";
import { contains, grown, type XY } from "@/geometry/shapes";
import { placeName } from "@/model/places";
import type { ConnectionRecord } from "@/model/records";
import { boardStore } from "@/store/board";
import { useExpectations } from "@/store/expectations";
import { select, selectOne, uiStore } from "@/store/ui";
import { useBoard, useUi } from "@/store/use";
import type { ConnectionVerdict } from "@/wire/messages";
import { outcomeOf, sentenceOf } from "./arrow-specs";
import { EXPECTED_WORDS } from "./parts/ExpectationMarks";
import { canvasStore } from "./state";

const SHARES = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8];
// In pixels of the screen.
const CLEAR = 9;
const FEW = 80;
const OPEN_GROUND = ".react-flow__pane, .react-flow__node-frame, .frame";
const REST_MS = 350;

/** Every arrow in words, for people who do not see the painted ones: a list that Tab reaches once and the arrow keys
 * walk. Choosing an entry selects the arrow. */
export const ArrowList = memo(() => {
  const connections = useBoard((board) => board.connections);
  const verdicts = useBoard((board) => board.verdicts);
  const namespaces = useBoard((board) => board.namespaces);
  const pods = useBoard((board) => board.pods);
  const hosts = useBoard((board) => board.hosts);
  const selected = useUi((ui) => (ui.selection.length === 1 ? ui.selection[0]?.id : undefined));
  const expected = useExpectations((state) => state.arrows);
  const list = useRef<HTMLUListElement>(null);
  usePathPoints(list);
  const all = Object.values(connections);
  const entry = all.some(({ id }) => id === selected) ? selected : all[0]?.id;
  const places = { namespaces, pods, hosts };
  return (
    <ul aria-label="Connections" className="visually-hidden" ref={list}>
      {all.map((connection) => (
        <Entry
          connection={connection}
          destination={placeName(places, connection.destination)}
          expected={expected[connection.id]}
          key={connection.id}
          reached={connection.id === entry}
          selected={connection.id === selected}
          source={placeName(places, connection.source)}
          verdict={verdicts[connection.id]}
        />
      ))}
    </ul>
  );
});

interface EntryProps {
  connection: ConnectionRecord;
  verdict: ConnectionVerdict | undefined;
  source: string;
  destination: string;
  expected: keyof typeof EXPECTED_WORDS | undefined;
  selected: boolean;
  /** The one entry that Tab comes to. */
  reached: boolean;
}

/** One of thousands, perhaps: rendered again only when it says something else. */
const Entry = memo(({ connection, verdict, source, destination, expected, selected, reached }: EntryProps) => {
  const { id } = connection;
  return (
    <li>
      <button
        aria-pressed={selected}
        data-allowed={verdict ? String(verdict.allowed) : "unknown"}
        data-blocked-at={verdict?.blocked_at ?? undefined}
        data-connection={id}
        data-destination={destination}
        data-expected={expected}
        data-outcome={outcomeOf(verdict)}
        data-port={connection.port}
        data-protocol={connection.protocol}
        data-source={source}
        onBlur={() => canvasStore.setState({ hoveredArrow: null })}
        onClick={() => selectOne("connections", id)}
        onFocus={() => canvasStore.setState(({ arrowOf }) => ({ hoveredArrow: arrowOf.get(id) ?? null }))}
        onKeyDown={walk}
        tabIndex={reached ? 0 : -1}
        type="button"
      >
        {sentenceOf(source, destination, connection, verdict)}
        {expected && `, ${EXPECTED_WORDS[expected]}`}
      </button>
    </li>
  );
});

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
 * window, only where neither cards, labels, panels nor other arrows lie. Written when the picture has come to rest. */
function usePathPoints(list: React.RefObject<HTMLUListElement | null>): void {
  const flow = useReactFlow();
  useEffect(() => {
    const write = () => {
      const { drawing, arrows, arrowOf } = canvasStore.getState();
      const routes = [...drawing.routes.values()];
      // All is read before anything is written: each reading after a writing would lay the whole page out again.
      // A mixture shows no one verdict.
      const mixed = new Set(arrows.flatMap(({ id, outcome }) => (outcome === "mixed" ? [id] : [])));
      const texts = new Map(
        routes.flatMap((route) =>
          mixed.has(route.id) ? [] : [[route.id, visiblePoints(route, routes, flow)] as const],
        ),
      );
      for (const button of list.current?.querySelectorAll<HTMLElement>("[data-connection]") ?? []) {
        button.dataset.pathPoints = texts.get(arrowOf.get(button.dataset.connection ?? "") ?? "") ?? "";
      }
    };
    let timer: ReturnType<typeof setTimeout>;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(write, REST_MS);
    };
    later();
    const stops = [canvasStore.subscribe(later), boardStore.subscribe(later), uiStore.subscribe(later)];
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
  }, [list, flow]);
}

type Screen = Pick<ReturnType<typeof useReactFlow>, "flowToScreenPosition" | "getZoom">;

/** The points of a route where nothing else lies: no label, no other arrow, no card or panel. On a large board, where
 * asking all this would take too long, simply three of its points. */
function visiblePoints(route: Route, routes: Route[], { flowToScreenPosition: toScreen, getZoom }: Screen): string {
  const clear = CLEAR / getZoom();
  let points = SHARES.map((share) => pointAt(route.curve, share));
  if (routes.length > FEW) return written(points.filter((_, index) => index % 5 === 2).map(toScreen));
  const labels = routes.flatMap(({ label }) => (label ? [grown(label, 4)] : []));
  points = points.filter((point) => !labels.some((box) => contains(box, point)));
  points = points.filter((point) => routes.every((other) => other === route || distanceTo(other, point) > clear));
  return written(points.map(toScreen).filter(({ x, y }) => document.elementFromPoint(x, y)?.matches(OPEN_GROUND)));
}

function written(points: XY[]): string {
  return points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ");
}
