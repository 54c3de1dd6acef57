import { useEffect, useRef } from "react";
import { boardStore } from "@/store/board";
import { type Choice, draw, drawnStore, setBaseline, useDrawn } from "@/store/drawn";
import { useBoard } from "@/store/use";
import "./drawn-choice.css";

const WORDS: Record<Choice, string> = {
  all: "All arrows",
  blocked: "Only blocked",
  changed: "Only changed",
  selection: "Only of the selection",
};

/** Chooses which arrows are drawn. */
export function DrawnChoice() {
  const choice = useDrawn((state) => state.choice);
  useFirstBaseline();
  return (
    <div className="drawn-choice" data-choice={choice}>
      <select aria-label="Arrows drawn" onChange={(event) => draw(event.target.value as Choice)} value={choice}>
        {Object.entries(WORDS).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
      {choice === "changed" && (
        <button
          onClick={() => setBaseline(boardStore.getState().verdicts)}
          title="Count changes from now on"
          type="button"
        >
          From now on
        </button>
      )}
    </div>
  );
}

/** Changes are counted from the moment the board was opened, until the person says otherwise. */
function useFirstBaseline(): void {
  const board = useBoard((state) => state.board?.id);
  const judged = useBoard((state) => Object.keys(state.verdicts).length > 0);
  const taken = useRef<string | null>(null);
  useEffect(() => {
    if (!board || !judged || taken.current === board) return;
    taken.current = board;
    setBaseline(boardStore.getState().verdicts);
    drawnStore.setState({ choice: "all" });
  }, [board, judged]);
}
