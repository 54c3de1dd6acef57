import type { PredictionCount, WorkshopFacts } from "@/wire/messages";
import { Histogram } from "../parts/Histogram";

interface PredictionViewProps {
  workshop: WorkshopFacts;
  counts: PredictionCount | undefined;
  answers: boolean;
}

/** What the room foretold; with `answers`, what is so. */
export function PredictionView({ workshop, counts, answers }: PredictionViewProps) {
  if (!counts) return <p className="present__none">Nobody has predicted anything in this lesson yet.</p>;
  return (
    <section aria-label="Predictions" className="present__prediction">
      <h2>
        <span>{workshop.lessons[counts.lesson]?.title}</span>
        What did you predict?
      </h2>
      <Histogram answers={answers} counts={counts} />
      <p className="present__count">
        {counts.revealed} of {counts.of} have seen the answer.
      </p>
    </section>
  );
}
