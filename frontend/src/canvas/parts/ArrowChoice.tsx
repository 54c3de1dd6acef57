import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { placeName } from "@/model/places";
import { selectOne } from "@/store/ui";
import { useBoard } from "@/store/use";
import { outcomeOf, portText, sentenceOf } from "../arrow-specs";
import { canvasStore, useCanvas } from "../state";
import "./arrow-choice.css";

const SIGNS = { allowed: "✓", blocked: "✕", undefined: "?", unknown: "–" };

/** The connections that share one arrow, each with its verdict: which of them is meant. */
export function ArrowChoice() {
  const choosing = useCanvas((state) => state.choosing);
  const list = useRef<HTMLDivElement>(null);
  useLeaving(list, choosing !== null);
  useLayoutEffect(() => {
    const element = list.current;
    if (!choosing || !element) return;
    const { width, height } = element.getBoundingClientRect();
    element.style.left = `${Math.max(4, Math.min(choosing.at.x, innerWidth - width - 4))}px`;
    element.style.top = `${Math.max(4, Math.min(choosing.at.y, innerHeight - height - 4))}px`;
    element.querySelector<HTMLElement>("[role=menuitem]")?.focus();
  }, [choosing]);
  if (!choosing) return null;
  return createPortal(
    <div
      aria-label={`${choosing.connections.length} connections`}
      className="arrow-choice"
      onKeyDown={walk}
      ref={list}
      role="menu"
      tabIndex={-1}
    >
      {choosing.connections.map((id) => (
        <Entry id={id} key={id} />
      ))}
    </div>,
    document.body,
  );
}

function Entry({ id }: { id: string }) {
  const connection = useBoard((board) => board.connections[id]);
  const verdict = useBoard((board) => board.verdicts[id]);
  const source = useBoard((board) => (connection ? placeName(board, connection.source) : ""));
  const destination = useBoard((board) => (connection ? placeName(board, connection.destination) : ""));
  if (!connection) return null;
  const outcome = outcomeOf(verdict);
  return (
    <button
      aria-label={sentenceOf(source, destination, connection, verdict)}
      className="arrow-choice__entry"
      data-outcome={outcome}
      onClick={() => {
        close();
        selectOne("connections", id);
      }}
      role="menuitem"
      type="button"
    >
      <span className="arrow-choice__sign">{SIGNS[outcome]}</span>
      <span className="arrow-choice__ends">
        {source} → {destination}
      </span>
      <code>{portText(connection)}</code>
    </button>
  );
}

function useLeaving(list: React.RefObject<HTMLElement | null>, open: boolean): void {
  useEffect(() => {
    if (!open) return;
    const outside = (event: Event) => {
      if (!(event.target instanceof Node) || !list.current?.contains(event.target)) close();
    };
    window.addEventListener("pointerdown", outside, true);
    window.addEventListener("wheel", outside, true);
    return () => {
      window.removeEventListener("pointerdown", outside, true);
      window.removeEventListener("wheel", outside, true);
    };
  }, [list, open]);
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  const entries = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=menuitem]")];
  const position = entries.indexOf(document.activeElement as HTMLElement);
  if (event.key === "Escape" || event.key === "Tab") close();
  else if (event.key === "ArrowDown") entries[(position + 1) % entries.length]?.focus();
  else if (event.key === "ArrowUp") entries.at(position - 1)?.focus();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function close(): void {
  if (canvasStore.getState().choosing) canvasStore.setState({ choosing: null });
}
