import { VerdictMark } from "@/panels/parts/VerdictMark";
import { say } from "@/texts/workshop";
import type { PredictionCount } from "@/wire/messages";
import { Bar } from "./Bar";
import "./histogram.css";

/** How many foretold what of each arrow of a step; with `answers`, what is so. */
export function Histogram({ counts, answers }: { counts: PredictionCount; answers: boolean }) {
  return (
    <ul className="histogram">
      {counts.arrows.map((arrow) => {
        const port = arrow.protocol === "TCP" ? arrow.port : `${arrow.protocol} ${arrow.port}`;
        return (
          <li key={`${arrow.source} ${arrow.destination} ${port}`}>
            <p className="histogram__arrow">
              {arrow.source} → {arrow.destination}:{port}
              {answers && (
                <span className="histogram__truth">
                  <VerdictMark allowed={arrow.truth} />
                  {truthWords(arrow.truth)}
                </span>
              )}
            </p>
            <dl className="histogram__lines">
              <dt>{say.blocked}</dt>
              <dd>
                <Bar of={counts.of} part={arrow.blocked} tone="deny" />
                <span>{arrow.blocked}</span>
              </dd>
              <dt>{say.allowed}</dt>
              <dd>
                <Bar of={counts.of} part={arrow.allowed} tone="allow" />
                <span>{arrow.allowed}</span>
              </dd>
            </dl>
          </li>
        );
      })}
    </ul>
  );
}

function truthWords(truth: boolean | null): string {
  if (truth === null) return say.itIsUndefined;
  return truth ? say.itIsAllowed : say.itIsBlocked;
}
