import { say } from "@/texts/workshop";
import type { PredictionCount, WorkshopFacts } from "@/wire/messages";
import { Histogram } from "../parts/Histogram";

interface PredictionViewProps {
  workshop: WorkshopFacts;
  counts: PredictionCount | undefined;
  answers: boolean;
}

/** What the room foretold; with `answers`, what is so. */
export function PredictionView({ workshop, counts, answers }: PredictionViewProps) {
  if (!counts) return <p className="present__none">{say.nobodyHasPredictedAnythingInThis}</p>;
  return (
    <section aria-label={say.predictions} className="present__prediction">
      <h2>
        <span>{workshop.lessons[counts.lesson]?.title}</span>
        {say.whatDidYouPredict}
      </h2>
      <Histogram answers={answers} counts={counts} />
      <p className="present__count">{say.haveSeenTheAnswer(counts.revealed, counts.of)}</p>
    </section>
  );
}
