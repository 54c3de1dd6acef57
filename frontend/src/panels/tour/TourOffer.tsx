import { Button } from "@/panels/parts/Button";
import { endTour, startTour, useTour } from "@/store/tour";
import { useBoard } from "@/store/use";
import "./tour-offer.css";

/** Offers the tour once; who learns by a lesson is led by that. */
export function TourOffer() {
  const offered = useTour(({ known, step }) => !known && step === null);
  const there = useBoard((board) => board.board !== null && board.lesson === null);
  if (!offered || !there) return null;
  return (
    <section aria-label="Tour" className="tour-offer">
      <p>New here? The tour shows the six parts of this screen in a minute.</p>
      <div className="tour-offer__ways">
        <Button look="primary" onClick={startTour} small>
          Take the tour
        </Button>
        <Button look="quiet" onClick={endTour} small>
          No, thanks
        </Button>
      </div>
    </section>
  );
}
