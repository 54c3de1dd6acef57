import { useStore } from "@xyflow/react";
import { type Status, useExpectations } from "@/store/expectations";
import { useLooking } from "@/store/looking";
import { useCanvas } from "../state";
import "./expectation-marks.css";

const SIGNS: Record<Status, string> = { holds: "✓", fails: "✕", unclear: "?" };
export const EXPECTED_WORDS: Record<Status, string> = {
  holds: "as expected",
  fails: "not as expected",
  unclear: "expected, and cannot be judged",
};
/** Further out the labels are gone, and marks would lie upon each other. */
const NEAR = 0.5;

/** Beside the label of each arrow of which an expectation speaks: whether it is as expected. */
export function ExpectationMarks() {
  const [x, y, zoom] = useStore((state) => state.transform);
  const arrows = useExpectations((state) => state.arrows);
  const routes = useCanvas((state) => state.drawing.routes);
  // An arrow that several connections share has the marks of all of them in one place.
  const arrowOf = useCanvas((state) => state.arrowOf);
  const looking = useLooking((held) => held !== null);
  if (looking || zoom < NEAR) return null;
  return (
    <div aria-hidden="true" className="expectation-marks">
      {Object.entries(arrows).map(([id, status]) => {
        const label = routes.get(arrowOf.get(id) ?? "")?.label;
        if (!label) return null;
        const at = { left: (label.x + label.width) * zoom + x, top: label.y * zoom + y };
        return (
          <span
            className={`expectation-mark expectation-mark--${status}`}
            key={id}
            style={at}
            title={EXPECTED_WORDS[status]}
          >
            {SIGNS[status]}
          </span>
        );
      })}
    </div>
  );
}
