import { useReactFlow } from "@xyflow/react";
import { type MouseEvent, type PointerEvent, useRef } from "react";
import { run } from "@/commands/command";
import { commandNamed } from "@/commands/list";
import { type Drawing, membersOf } from "@/geometry/arrows";
import { type Hits, hitsOf } from "@/geometry/hits";
import type { Ref } from "@/model/records";
import { boardStore } from "@/store/board";
import { setFolded } from "@/store/folds";
import { openMenu } from "@/store/menu";
import { isSelected, lookAtPair, type Pair, select, toggleSelected, uiStore } from "@/store/ui";
import { LABELS_FROM } from "../paint/marks";
import { pairOfId } from "../possible";
import { canvasStore } from "../state";
import { useLongPress } from "./use-long-press";

// In pixels of the screen; a finger is broader than a pointer.
const REACH = { fine: 7, touch: 20 };

type Pressed = Pick<PointerEvent | MouseEvent, "target" | "clientX" | "clientY">;

function touches(event: Pressed): boolean {
  const { pointerType } = ("nativeEvent" in event ? event.nativeEvent : event) as { pointerType?: string };
  return pointerType === "touch";
}

/** Pointing at arrows and things: arrows are painted, so what lies under the pointer is asked of their geometry. A
 * label lies above the cards, a line below them. */
export function usePointing() {
  const flow = useReactFlow();
  const hits = useRef(hitsOfNewest()).current;

  const arrowAt = (event: Pressed): string | null => {
    if (!(event.target instanceof Element) || !event.target.closest(".react-flow")) return null;
    if (event.target.closest(".react-flow__panel, .react-flow__handle, .react-flow__resize-control, input"))
      return null;
    const zoom = flow.getZoom();
    const point = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
    const overCard = event.target.closest(".react-flow__node-pod, .react-flow__node-host, .frame__title") !== null;
    const reach = REACH[touches(event) ? "touch" : "fine"];
    return hits().at(point, overCard ? 0 : reach / zoom, zoom >= LABELS_FROM);
  };
  const pick = (event: PointerEvent) => {
    if (event.button !== 0 || uiStore.getState().tool !== "select") return;
    const id = arrowAt(event);
    if (!id) return;
    event.stopPropagation();
    const members = connectionsOfArrow(id);
    const pair = pairOfId(members[0] ?? "");
    if (pair) {
      openFaint(members, pair);
      return;
    }
    if (members.length > 1 && !event.shiftKey) {
      canvasStore.setState({ choosing: { connections: members, at: { x: event.clientX, y: event.clientY } } });
      return;
    }
    const refs = members.map((member): Ref => ({ table: "connections", id: member }));
    if (event.shiftKey) for (const ref of refs) toggleSelected(ref);
    else select(refs);
  };
  const swallow = (event: MouseEvent) => {
    if (uiStore.getState().tool === "select" && arrowAt(event)) event.stopPropagation();
  };

  const askMenu = (target: EventTarget, pressed: Pressed) => {
    if (!(target instanceof Element) || !target.closest(".react-flow")) return;
    const at = { x: pressed.clientX, y: pressed.clientY };
    const arrow = arrowAt(pressed);
    const members = arrow ? connectionsOfArrow(arrow).filter((id) => !pairOfId(id)) : [];
    if (members.length > 1) {
      canvasStore.setState({ choosing: { connections: members, at } });
      return;
    }
    const on = members[0] ? ({ table: "connections", id: members[0] } as const) : refAt(target);
    if (on && !isSelected(uiStore.getState().selection, on.id)) select([on]);
    if (!on) select([]);
    openMenu({ at, board: flow.screenToFlowPosition(at), on });
  };
  const press = useLongPress(askMenu);

  return {
    onPointerDownCapture: (event: PointerEvent) => {
      press.down(event);
      pick(event);
    },
    onPointerUpCapture: press.stop,
    onPointerCancelCapture: press.stop,
    onPointerMoveCapture: press.move,
    onMouseDownCapture: (event: MouseEvent) => event.button === 0 && swallow(event),
    onClickCapture: swallow,
    onPointerMove: (event: PointerEvent) => {
      if (event.buttons !== 0) return;
      const hoveredArrow = arrowAt(event);
      if (canvasStore.getState().hoveredArrow !== hoveredArrow) canvasStore.setState({ hoveredArrow });
      const hovered = hoveredArrow ? null : endAt(event.target);
      if (uiStore.getState().hovered !== hovered) uiStore.setState({ hovered });
    },
    onPointerLeave: () => {
      canvasStore.setState({ hoveredArrow: null });
      uiStore.setState({ hovered: null });
    },
    onDoubleClick: (event: MouseEvent) => {
      if (!(event.target instanceof Element) || !event.target.matches(".react-flow__pane, .frame")) return;
      if (arrowAt(event)) return;
      run(commandNamed("add-pod"), flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }));
    },
    onContextMenu: (event: MouseEvent) => {
      if (!(event.target instanceof Element) || !event.target.closest(".react-flow")) return;
      event.preventDefault();
      press.stop();
      askMenu(event.target, event);
    },
  };
}

/** What can be hit of the newest drawing. Worked out when first asked for: many drawings come and go without a pointer
 * moving over them, and none of them is a reason to render. */
function hitsOfNewest(): () => Hits {
  let made: { drawing: Drawing; hits: Hits } | undefined;
  return () => {
    const { drawing } = canvasStore.getState();
    if (made?.drawing !== drawing) made = { drawing, hits: hitsOf(drawing) };
    return made.hits;
  };
}

/** A faint arrow opens what it is about; one of a folded namespace unfolds it, for it is about many. */
function openFaint(members: readonly string[], pair: Pair): void {
  const alike = members
    .map(pairOfId)
    .every((each) => each?.source === pair.source && each.destination === pair.destination);
  const { pods } = boardStore.getState();
  if (alike) lookAtPair(pair);
  else
    setFolded(
      [pair.source, pair.destination].flatMap((id) => pods[id]?.namespace ?? []),
      false,
    );
}

function connectionsOfArrow(id: string): readonly string[] {
  const arrow = canvasStore.getState().arrows.find((each) => each.id === id);
  return arrow ? membersOf(arrow) : [];
}

/** The id of the pod or host whose card an element belongs to. */
function endAt(target: EventTarget): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest<HTMLElement>(".react-flow__node-pod, .react-flow__node-host")?.dataset.id ?? null;
}

function refAt(target: Element): Ref | null {
  const policy = target.closest<HTMLElement>("[data-policy]")?.dataset.policy;
  if (policy) return { table: "policies", id: policy };
  const id = target.closest<HTMLElement>(".react-flow__node")?.dataset.id;
  if (!id) return null;
  const { namespaces, pods } = boardStore.getState();
  return { id, table: id in namespaces ? "namespaces" : id in pods ? "pods" : "hosts" };
}
