import { memo } from "react";
import { Icon } from "@/panels/parts/Icon";
import { say } from "@/texts/workshop-room";
import type { RoomLesson, SeatEntry } from "@/wire/messages";
import { problemOf } from "./arranging";
import { useServerSeconds } from "./clock";
import { SeatMenu } from "./SeatMenu";
import { StandingMark } from "./StandingMark";
import { clockWords, goalStanding, goalsReached, isThrough, lessonStanding, STANDING_WORDS, workIn } from "./standing";

interface SeatRowProps {
  seat: SeatEntry;
  /** Its place in the whole table, from 1. */
  row: number;
  lessons: readonly RoomLesson[];
  /** The lesson whose goals have columns of their own. */
  unfolded: number | null;
  onOpen: (seat: SeatEntry) => void;
  onRename: (seat: SeatEntry) => void;
  onTakeOut: (seat: SeatEntry) => void;
}

/** One learner. Only what changed of the room draws its row anew. */
export const SeatRow = memo(function SeatRow({ seat, row, lessons, unfolded, ...does }: SeatRowProps) {
  const { nickname, hand, here, removed, problem, words, tries, work } = seat;
  const away = here === false;
  return (
    <tr aria-rowindex={row} className={away || removed ? "room-table__row room-table__row--away" : "room-table__row"}>
      <th className="room-table__name" scope="row">
        <span className="room-table__who">
          <span className={here ? "room-table__here" : "room-table__here room-table__here--not"} />
          <button
            className="room-table__open ellipsis"
            disabled={work.length === 0}
            onClick={() => does.onOpen(seat)}
            title={work.length === 0 ? say.hasBegunNothingYet(nickname) : say.openTheCanvasOf(nickname)}
            type="button"
          >
            {nickname}
          </button>
          {away && <span className="room-table__away">{say.isAway}</span>}
          {removed && <span className="room-table__away">{say.isTakenOut}</span>}
          {hand !== null && (
            <span className="room-table__hand">
              <Icon name="hand" size={12} />
              {say.handIsUp}
            </span>
          )}
        </span>
      </th>
      {lessons.map((lesson) =>
        lesson.number === unfolded && lesson.goals.length > 0 ? (
          lesson.goals.map(({ id, sentence }) => {
            const standing = goalStanding(seat, lesson.number, id);
            return (
              <td className="room-table__goal" key={`${lesson.number} ${id}`}>
                <StandingMark standing={standing} words={`${sentence} ${STANDING_WORDS[standing]}`} />
              </td>
            );
          })
        ) : (
          <td key={lesson.number}>
            <StandingMark standing={lessonStanding(seat, lesson.number)} words={lessonWords(seat, lesson)} />
          </td>
        ),
      )}
      <td className="room-table__problem">
        {words && (
          <span className={problem ? "room-table__id ellipsis" : "ellipsis"} title={words}>
            {problemOf(seat)}
          </span>
        )}
      </td>
      <td className="room-table__tries">{tries > 0 && tries}</td>
      <td className="room-table__since">
        <InStep seat={seat} />
      </td>
      <td className="room-table__more">
        <SeatMenu seat={seat} {...does} />
      </td>
    </tr>
  );
});

function lessonWords(seat: SeatEntry, lesson: RoomLesson): string {
  const standing = lessonStanding(seat, lesson.number);
  const work = workIn(seat, lesson.number);
  if (!work || standing === "done" || lesson.goals.length === 0) return STANDING_WORDS[standing];
  const { reached, of } = goalsReached(seat, lesson);
  return say.howTheyStand(STANDING_WORDS[standing], reached, of, work.step + 1, work.tries);
}

/** For how long a learner is in their step. */
function InStep({ seat }: { seat: SeatEntry }) {
  if (isThrough(seat)) return say.done;
  return seat.since === null ? null : <Ticking since={seat.since} />;
}

function Ticking({ since }: { since: string }) {
  return clockWords(useServerSeconds() * 1000 - Date.parse(since));
}
