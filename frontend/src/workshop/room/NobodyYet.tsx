import { say } from "@/texts/workshop-room";
import type { JoinAt, WorkshopFacts } from "@/wire/messages";
import { addressOf } from "@/workshop/address";
import "./nobody-yet.css";

/** In place of the table, until the first learner is there. */
export function NobodyYet({ workshop, join }: { workshop: WorkshopFacts; join: JoinAt }) {
  if (workshop.closed_at !== null) {
    return (
      <section className="nobody-yet">
        <h2>{say.nobodyWasHere}</h2>
        <p>{say.theRoomWasClosedBeforeAnybody}</p>
      </section>
    );
  }
  return (
    <section className="nobody-yet">
      <h2>{say.nobodyIsHereYet}</h2>
      <p>{say.askLearnersToOpenTheAddress}</p>
      <p className="nobody-yet__code">{workshop.code}</p>
      <p className="nobody-yet__address">{join.address}</p>
      <a
        className="button button--plain"
        href={addressOf(workshop.id, { name: "present" })}
        rel="noopener"
        target="_blank"
      >
        {say.showBothOnTheProjector}
      </a>
      <p className="nobody-yet__first">{say.whoeverJoinsStandsHereWithEvery}</p>
    </section>
  );
}
