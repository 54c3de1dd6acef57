import { useEffect } from "react";
import { hazardsStore, useHazards, type View } from "@/store/hazards";
import { useBoard } from "@/store/use";
import { watchExposure } from "@/sync/hazards";
import "./hazards.css";

const VIEWS: readonly { view: View; label: string; about: string }[] = [
  { view: "verdicts", label: "Verdicts", about: "Which of the drawn connections pass" },
  { view: "exposure", label: "Exposure", about: "By whom each pod could be reached, pods to come included" },
];

/** What the canvas shows of the pods: nothing more than the arrows say, or by whom each could be reached. */
export function ViewSwitch() {
  const current = useHazards((state) => state.view);
  const closed = useBoard((state) => state.closed);
  const board = useBoard((state) => (state.closed ? undefined : state.board?.id));
  useEffect(() => (board && current === "exposure" ? watchExposure(board) : undefined), [board, current]);
  if (closed) return null;
  return (
    <fieldset className="view-switch">
      <legend className="visually-hidden">View</legend>
      {VIEWS.map(({ view, label, about }) => (
        <label key={view} title={about}>
          <input
            checked={view === current}
            className="visually-hidden"
            name="canvas-view"
            onChange={() => hazardsStore.setState({ view })}
            type="radio"
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
