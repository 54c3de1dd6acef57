import { Button } from "@/panels/parts/Button";
import { endTour, startTour, useTour } from "@/store/tour";
import { useBoard } from "@/store/use";
import { say } from "@/texts/tour";
import "./tour-offer.css";

/** Offers the tour once; who learns by a lesson is led by that. */
export function TourOffer() {
  const offered = useTour(({ known, step }) => !known && step === null);
  const there = useBoard((board) => board.board !== null && board.lesson === null);
  if (!offered || !there) return null;
  return (
    <section aria-label={say.tour} className="tour-offer">
      <p>{say.newHereTheTourShowsThe}</p>
      <div className="tour-offer__ways">
        <Button look="primary" onClick={startTour} small>
          {say.takeTheTour}
        </Button>
        <Button look="quiet" onClick={endTour} small>
          {say.noThanks}
        </Button>
      </div>
    </section>
  );
}
