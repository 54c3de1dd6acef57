import { Button } from "@/panels/parts/Button";
import { Segmented } from "@/panels/parts/Segmented";
import { VerdictMark } from "@/panels/parts/VerdictMark";
import { announce } from "@/store/board";
import { useReadOnly } from "@/store/use";
import { useWorkshop } from "@/store/workshop";
import { predict } from "@/sync/lesson";
import type { PredictedArrow, PredictionState } from "@/wire/messages";
import { LessonText } from "./LessonText";
import { usePredictedColours } from "./use-predicted-colours";
import "./predict-form.css";

const COLOURS = [
  { value: "allowed", label: "Allowed" },
  { value: "blocked", label: "Blocked" },
] as const;

/** Sets the colour of each arrow, here or by a click on the canvas, before the answer is shown. */
export function PredictForm({ prediction, step }: { prediction: PredictionState; step: number }) {
  const { arrows, revealed } = prediction;
  // What a learner foretells is theirs: an instructor who looks in leaves it as it is.
  const teaching = useWorkshop((held) => held.state?.you === "instructor");
  const fixed = useReadOnly() || teaching;
  const set = (index: number, allowed: boolean) => {
    if (fixed) return;
    void predict(arrows.map(({ predicted }, at) => (at === index ? allowed : predicted)));
  };
  usePredictedColours(prediction, set);
  const left = arrows.filter(({ predicted }) => predicted === null).length;
  const reveal = async () => {
    const said = arrows.map(({ predicted }) => predicted);
    if (await predict(said, true)) announce("The answer is shown.");
  };
  return (
    <section aria-label="Your prediction" className="predict">
      <fieldset className="predict__fields" disabled={fixed}>
        <ul className="predict__arrows">
          {arrows.map((arrow, index) => (
            <li className="predict__arrow" key={`${arrow.source} ${arrow.destination} ${arrow.protocol} ${arrow.port}`}>
              <span className="predict__name">
                {arrow.source} → {arrow.destination}
                <span className="predict__port">
                  {arrow.protocol === "TCP" ? arrow.port : `${arrow.protocol} ${arrow.port}`}
                </span>
              </span>
              {revealed ? (
                <Answer arrow={arrow} />
              ) : (
                <Segmented
                  legend={`${arrow.source} to ${arrow.destination}, ${arrow.protocol} ${arrow.port}`}
                  name={`predict-${step}-${index}`}
                  onChange={(value) => set(index, value === "allowed")}
                  options={COLOURS}
                  value={arrow.predicted === null ? ("" as "allowed") : arrow.predicted ? "allowed" : "blocked"}
                />
              )}
            </li>
          ))}
        </ul>
        {revealed ? (
          <Score prediction={prediction} />
        ) : (
          <Button disabled={left > 0} look="primary" onClick={() => void reveal()}>
            {left > 0 ? `Reveal: ${left} to set` : "Reveal"}
          </Button>
        )}
      </fieldset>
    </section>
  );
}

/** What it is, and what was said when that was something else. */
function Answer({ arrow }: { arrow: PredictedArrow }) {
  const right = arrow.allowed === arrow.predicted;
  return (
    <span className={right ? "predict__answer" : "predict__answer predict__answer--wrong"}>
      <VerdictMark allowed={arrow.allowed} />
      {arrow.allowed === null ? "undefined" : arrow.allowed ? "allowed" : "blocked"}
      {right ? ", as you said" : ", you said the other"}
    </span>
  );
}

function Score({ prediction: { arrows, reveal } }: { prediction: PredictionState }) {
  const right = arrows.filter(({ predicted, allowed }) => predicted === allowed).length;
  return (
    <>
      <p className="predict__score" role="status">
        {right === arrows.length ? "All" : `${right} of ${arrows.length}`} right.
      </p>
      <LessonText parts={reveal} />
    </>
  );
}
