import type { JoinAt, Room, WorkshopFacts } from "@/wire/messages";
import { QrCode } from "../parts/QrCode";
import { learnersWords } from "../words";
import { inRoom } from "./progress";

/** How to come in, to be read from the last row. */
export function JoiningView({ workshop, room, join }: { workshop: WorkshopFacts; room: Room; join: JoinAt }) {
  const count = inRoom(room).length;
  return (
    <section aria-label="Join" className="present__joining">
      <div>
        <p className="present__lead">Open</p>
        <p className="present__address">{join.address}</p>
        <p className="present__lead">and type</p>
        <p className="present__code">{workshop.code}</p>
        <p className="present__count" role="status">
          {count === 0 ? "Nobody is here yet." : `${learnersWords(count)} so far.`}
        </p>
      </div>
      <QrCode />
    </section>
  );
}
