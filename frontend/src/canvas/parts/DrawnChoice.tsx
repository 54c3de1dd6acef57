import { useEffect, useId, useRef } from "react";
import { readPort } from "@/model/port-words";
import { boardStore } from "@/store/board";
import { type Choice, chooseDrawn, drawAll, recallDrawn, setBaseline, useDrawn } from "@/store/drawn";
import { useBoard } from "@/store/use";
import { useCanvas } from "../state";
import { CanvasIcon } from "./CanvasIcon";
import "./drawn-choice.css";

const WORDS: Record<Choice, string> = {
  all: "All arrows",
  allowed: "Only allowed",
  blocked: "Only blocked",
  changed: "Only changed",
  selection: "Only of the selection",
  possible: "All, and possible ones",
};

/** Chooses which arrows are drawn, and says when some are not. */
export function DrawnChoice() {
  const choice = useDrawn((state) => state.choice);
  useRemembered();
  return (
    <div className="drawn-choice" data-choice={choice}>
      <select
        aria-label="Arrows drawn"
        onChange={(event) => chooseDrawn({ choice: event.target.value as Choice })}
        title={choice === "possible" ? "Faint arrows pass on exposed ports, and nobody drew them" : undefined}
        value={choice}
      >
        {Object.entries(WORDS).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
      <Narrowed />
      {choice === "changed" && (
        <button
          onClick={() => setBaseline(boardStore.getState().verdicts)}
          title="Count changes from now on"
          type="button"
        >
          From now on
        </button>
      )}
      <Told />
    </div>
  );
}

/** By port, and by namespace. */
function Narrowed() {
  const port = useDrawn((state) => state.port);
  const namespace = useDrawn((state) => state.namespace);
  const namespaces = useBoard((state) => state.namespaces);
  const box = useRef<HTMLDetailsElement>(null);
  const [portId, spaceId] = [useId(), useId()];
  const bad = port.trim() !== "" && readPort(port) === null;
  return (
    <details
      className="drawn-choice__more"
      data-on={port !== "" || namespace !== ""}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && box.current?.removeAttribute("open")}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !box.current?.open) return;
        event.stopPropagation();
        box.current.open = false;
        box.current.querySelector("summary")?.focus();
      }}
      ref={box}
    >
      <summary aria-label="Arrows by port and namespace" title="By port and namespace">
        <CanvasIcon name="filter" size={14} />
      </summary>
      <div className="drawn-choice__fields">
        <label htmlFor={portId}>Port</label>
        <input
          aria-invalid={bad ? true : undefined}
          id={portId}
          onChange={(event) => chooseDrawn({ port: event.target.value })}
          placeholder="any, such as 53/UDP"
          value={port}
        />
        <label htmlFor={spaceId}>Namespace</label>
        <select
          id={spaceId}
          onChange={(event) => chooseDrawn({ namespace: event.target.value })}
          value={namespace in namespaces ? namespace : ""}
        >
          <option value="">any</option>
          {Object.values(namespaces).map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
    </details>
  );
}

/** Nobody must take a hidden arrow for one that is not there. */
function Told() {
  const hidden = useCanvas((state) => state.hidden);
  const more = useCanvas((state) => state.morePossible);
  return (
    <span aria-live="polite" className="drawn-choice__told">
      {hidden > 0 && (
        <button onClick={drawAll} type="button">
          {hidden === 1 ? "1 arrow hidden, show all" : `${hidden} arrows hidden, show all`}
        </button>
      )}
      {more && <span className="drawn-choice__note">Too many to draw all: select a pod to see its own</span>}
    </span>
  );
}

function useRemembered(): void {
  const board = useBoard((state) => state.board?.id);
  const judged = useBoard((state) => Object.keys(state.verdicts).length > 0);
  useEffect(() => {
    if (board && judged) recallDrawn(board, boardStore.getState().verdicts);
  }, [board, judged]);
}
