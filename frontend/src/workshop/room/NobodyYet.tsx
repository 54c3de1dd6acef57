import type { JoinAt, WorkshopFacts } from "@/wire/messages";
import { addressOf } from "@/workshop/address";
import "./nobody-yet.css";

/** In place of the table, until the first learner is there. */
export function NobodyYet({ workshop, join }: { workshop: WorkshopFacts; join: JoinAt }) {
  if (workshop.closed_at !== null) {
    return (
      <section className="nobody-yet">
        <h2>Nobody was here</h2>
        <p>The room was closed before anybody joined.</p>
      </section>
    );
  }
  return (
    <section className="nobody-yet">
      <h2>Nobody is here yet</h2>
      <p>Ask learners to open the address and to type the code, or to point their camera at the QR code.</p>
      <p className="nobody-yet__code">{workshop.code}</p>
      <p className="nobody-yet__address">{join.address}</p>
      <a
        className="button button--plain"
        href={addressOf(workshop.id, { name: "present" })}
        rel="noopener"
        target="_blank"
      >
        Show both on the projector
      </a>
      <p className="nobody-yet__first">Whoever joins stands here, with every lesson and goal.</p>
    </section>
  );
}
