import { say } from "@/texts/workshop-seat";
import type { SeatFacts, WorkshopFacts } from "@/wire/messages";
import { WorkshopTop } from "../parts/WorkshopTop";
import { MyMenu } from "./MyMenu";
import { SeatBanners } from "./SeatBanners";
import "./seat.css";

/** Where a learner waits until the first lesson opens. */
export function Lobby({ workshop, seat }: { workshop: WorkshopFacts; seat: SeatFacts }) {
  const over = workshop.closed_at !== null;
  return (
    <div className="lobby">
      <div className="seat-top">
        <WorkshopTop title={workshop.title}>
          <span className="workshop-top__space" />
          <MyMenu seat={seat} />
        </WorkshopTop>
        <SeatBanners at={null} onShown={null} workshop={workshop} />
      </div>
      <main className="lobby__middle">
        <h2>{over ? say.workshopOver : say.youAreIn(seat.nickname)}</h2>
        {!over && (
          <>
            <p role="status">{say.theInstructorOpensTheFirstLesson}</p>
            <ol aria-label={say.whatComes} className="lobby__list">
              {workshop.lessons.map(({ number, title }) => (
                <li key={number}>
                  <span>{number + 1}</span>
                  {title}
                </li>
              ))}
            </ol>
          </>
        )}
      </main>
    </div>
  );
}
