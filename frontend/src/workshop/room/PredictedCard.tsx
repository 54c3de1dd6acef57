import { useState } from "react";
import { Button } from "@/panels/parts/Button";
import { say } from "@/texts/workshop-room";
import type { PredictionCount, WorkshopFacts } from "@/wire/messages";
import { Histogram } from "@/workshop/parts/Histogram";
import "./side-card.css";

/** What the room foretold before it saw the answer, of the lesson that is looked at. */
export function PredictedCard({ workshop, counts }: { workshop: WorkshopFacts; counts: readonly PredictionCount[] }) {
  const [answers, setAnswers] = useState(false);
  return (
    <section aria-labelledby="predicted-heading" className="side-card">
      <h2 id="predicted-heading">{say.predictedBeforeRevealing}</h2>
      {counts.length === 0 && <p className="side-card__muted">{say.nobodyHasPredictedAnythingInThis}</p>}
      {counts.map((one) => (
        <div className="predicted" key={`${one.lesson} ${one.step}`}>
          <p className="predicted__where">
            {say.whoSawTheAnswer(workshop.lessons[one.lesson]?.title ?? "", one.step + 1, one.revealed, one.of)}
          </p>
          <Histogram answers={answers} counts={one} />
        </div>
      ))}
      {counts.length > 0 && (
        <Button aria-pressed={answers} look="quiet" onClick={() => setAnswers(!answers)} small>
          {answers ? say.hideWhatIsSo : say.sayWhatIsSo}
        </Button>
      )}
    </section>
  );
}
