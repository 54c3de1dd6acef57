import { useState } from "react";
import { Button } from "@/panels/parts/Button";
import type { PredictionCount, WorkshopFacts } from "@/wire/messages";
import { Histogram } from "@/workshop/parts/Histogram";
import "./side-card.css";

/** What the room foretold before it saw the answer, of the lesson that is looked at. */
export function PredictedCard({ workshop, counts }: { workshop: WorkshopFacts; counts: readonly PredictionCount[] }) {
  const [answers, setAnswers] = useState(false);
  return (
    <section aria-labelledby="predicted-heading" className="side-card">
      <h2 id="predicted-heading">Predicted before revealing</h2>
      {counts.length === 0 && <p className="side-card__muted">Nobody has predicted anything in this lesson yet.</p>}
      {counts.map((one) => (
        <div className="predicted" key={`${one.lesson} ${one.step}`}>
          <p className="predicted__where">
            {workshop.lessons[one.lesson]?.title}, step {one.step + 1}: {one.revealed} of {one.of} saw the answer
          </p>
          <Histogram answers={answers} counts={one} />
        </div>
      ))}
      {counts.length > 0 && (
        <Button aria-pressed={answers} look="quiet" onClick={() => setAnswers(!answers)} small>
          {answers ? "Hide what is so" : "Say what is so"}
        </Button>
      )}
    </section>
  );
}
