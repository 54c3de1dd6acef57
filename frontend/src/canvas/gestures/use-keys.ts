import { type Dispatch, type KeyboardEvent, type SetStateAction, useEffect, useRef } from "react";
import { currentView, doable, run } from "@/commands/command";
import { type Direction, directionOf } from "@/commands/gestures";
import { growTowards } from "@/commands/growing";
import { commandFor, typing } from "@/commands/keys";
import { COMMANDS, commandNamed } from "@/commands/list";
import { connectedTowards } from "@/commands/walking";
import { connectionsOf, placeName } from "@/model/places";
import { announce, boardStore, isReadOnly } from "@/store/board";
import { camera } from "@/store/camera";
import { select, uiStore } from "@/store/ui";
import { sentenceOf } from "../arrow-specs";
import { type BoardNode, TABLE_OF } from "../nodes/build-nodes";
import { sendMove } from "./use-moving";

const STEP = 10;
const FAST = 50;
const PAUSE_MS = 350;

type SetNodes = Dispatch<SetStateAction<BoardNode[]>>;

/** The canvas by keyboard. Tab walks the nodes, Enter opens one, arrows move what is selected, with Alt they walk along
 * connections, with Mod they add a connected pod; `[` and `]` walk the connections of a node, everything else is a
 * command of the list. */
export function useKeys(setNodes: SetNodes) {
  const nudging = useNudging(setNodes);
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.defaultPrevented || typing(event.target)) return;
      if (event.target instanceof Element && event.target.closest("dialog, [role=dialog], [role=menu]")) return;
      const command = commandFor(COMMANDS, event);
      if (!command || command.native) return;
      event.preventDefault();
      run(command);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);

  return {
    onKeyDown: (event: KeyboardEvent) => {
      if (typing(event.target)) return;
      if (towards(event)) return event.preventDefault();
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const id = focusedNode(event.target);
      if (nudging(event)) event.preventDefault();
      else if (id && (event.key === "Enter" || event.key === " ")) {
        event.preventDefault();
        select([{ table: tableOf(id), id }]);
        uiStore.setState({ rightOpen: true });
      } else if (id && (event.key === "[" || event.key === "]")) {
        event.preventDefault();
        walkArrows(id, event.key === "]" ? 1 : -1);
      }
    },
    onFocus: (event: React.FocusEvent) => {
      const id = focusedNode(event.target);
      // Focus that came by keyboard selects, as a click does; a click has its own way to.
      if (id && event.target.matches(":focus-visible")) select([{ table: tableOf(id), id }]);
    },
  };
}

/** An arrow key with Alt walks to a connected card on that side, with Mod it adds one; true when it was such a key. */
function towards(event: KeyboardEvent): boolean {
  const walk = directionOf("walk", event);
  if (walk) walkTo(walk);
  const grow = directionOf("grow", event);
  const view = currentView();
  if (grow && doable(commandNamed("add-connected-pod"), view)) void growTowards(view, grow);
  return walk !== null || grow !== null;
}

function walkTo(direction: Direction): void {
  const board = boardStore.getState();
  const [only] = uiStore.getState().selection;
  const next = only ? connectedTowards(board, only.id, direction) : null;
  if (!next) {
    announce("No connected card on that side.");
    return;
  }
  select([{ table: tableOf(next), id: next }]);
  camera()?.focus(next);
}

function focusedNode(target: EventTarget): string | null {
  return target instanceof HTMLElement && target.classList.contains("react-flow__node")
    ? (target.dataset.id ?? null)
    : null;
}

function tableOf(id: string): "namespaces" | "pods" | "hosts" {
  const { namespaces, pods } = boardStore.getState();
  return id in namespaces ? "namespaces" : id in pods ? "pods" : "hosts";
}

/** Selects the next connection of a pod or host and says what it is. */
function walkArrows(end: string, step: 1 | -1): void {
  const board = boardStore.getState();
  const connections = connectionsOf(board, end);
  if (connections.length === 0) {
    announce("No connections here.");
    return;
  }
  const selected = uiStore.getState().selection[0]?.id;
  const position = connections.findIndex(({ id }) => id === selected);
  const start = position === -1 && step === -1 ? 0 : position;
  const next = connections[(start + step + connections.length) % connections.length];
  if (!next) return;
  select([{ table: "connections", id: next.id }]);
  announce(
    sentenceOf(placeName(board, next.source), placeName(board, next.destination), next, board.verdicts[next.id]),
  );
}

/** Moves the selected nodes by steps; when the keys rest, one `move` is sent for all of them. */
function useNudging(setNodes: SetNodes): (event: KeyboardEvent) => boolean {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  return (event) => {
    const chosen = uiStore
      .getState()
      .selection.filter(({ table }) => (Object.values(TABLE_OF) as string[]).includes(table));
    const slow = directionOf("nudge", event);
    const direction = slow ?? directionOf("nudge-far", event);
    if (chosen.length === 0 || !direction || isReadOnly(boardStore.getState())) return false;
    const step = slow ? STEP : FAST;
    const ids = new Set(chosen.map(({ id }) => id));
    setNodes((nodes) =>
      nodes.map((node) => {
        // A pod whose frame moves goes along with it.
        if (!ids.has(node.id) || (node.parentId && ids.has(node.parentId))) return node;
        const { x, y } = node.position;
        return { ...node, position: { x: x + direction[0] * step, y: y + direction[1] * step } };
      }),
    );
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setNodes((nodes) => {
        const moved = nodes.filter((node) => ids.has(node.id) && !(node.parentId && ids.has(node.parentId)));
        const items = moved.map(({ id, position }) => ({ id, x: position.x, y: position.y }));
        queueMicrotask(() => void sendMove(items));
        return nodes;
      });
    }, PAUSE_MS);
    return true;
  };
}
