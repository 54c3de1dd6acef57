import { say } from "@/texts/workshop";
import type { JoinAt, Room, WorkshopFacts } from "@/wire/messages";
import { QrCode } from "../parts/QrCode";
import { learnersWords } from "../words";
import { inRoom } from "./progress";

/** How to come in, to be read from the last row. */
export function JoiningView({ workshop, room, join }: { workshop: WorkshopFacts; room: Room; join: JoinAt }) {
  const count = inRoom(room).length;
  return (
    <section aria-label={say.join} className="present__joining">
      <div>
        <p className="present__lead">{say.open}</p>
        <p className="present__address">{join.address}</p>
        <p className="present__lead">{say.andType}</p>
        <p className="present__code">{workshop.code}</p>
        <p className="present__count" role="status">
          {count === 0 ? say.nobodyIsHereYet : say.soFar(learnersWords(count))}
        </p>
      </div>
      <QrCode />
    </section>
  );
}
