import { useCallback, useDeferredValue, useMemo, useState } from "react";
import { say } from "@/texts/workshop-room";
import type { JoinAt, Misconception, Room, SeatEntry, WorkshopFacts } from "@/wire/messages";
import { goToView } from "@/workshop/address";
import { type Arrangement, arranged, EVERYBODY, groupKey } from "./arranging";
import { JoinCard } from "./JoinCard";
import { LessonControls } from "./LessonControls";
import { NobodyYet } from "./NobodyYet";
import { PredictedCard } from "./PredictedCard";
import { RoomBanners } from "./RoomBanners";
import { type Asked, RoomDialogs } from "./RoomDialogs";
import { RoomTable } from "./RoomTable";
import { RoomTools } from "./RoomTools";
import { RoomTop } from "./RoomTop";
import { StuckCard } from "./StuckCard";
import "./room-page.css";

interface RoomPageProps {
  workshop: WorkshopFacts;
  room: Room;
  join: JoinAt;
}

/** The instructor's page: every learner by lesson and goal, where the room is stuck, and what to do about it. */
export function RoomPage({ workshop, room, join }: RoomPageProps) {
  const [arrangement, setArrangement] = useState(EVERYBODY);
  const [group, setGroup] = useState<Misconception | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  // Until the instructor unfolds another, the lesson that the room is in.
  const [chosen, setChosen] = useState<number | null | undefined>(undefined);
  const unfolded = chosen === undefined ? workshop.current : chosen;
  const shown = useShown(room, arrangement, group);
  const does = useSeatDeeds(setAsked);
  const arrange = (next: Arrangement) => {
    if (next.only === null) setGroup(null);
    setArrangement(next);
  };
  const one = (next: Misconception | null) => {
    setGroup(next);
    setArrangement({ ...arrangement, filter: "all", only: next && [] });
  };
  const lesson = workshop.lessons.find(({ number }) => number === unfolded);
  const known = room.lessons.find(({ number }) => number === unfolded);
  const learners = room.seats.filter(({ removed }) => !removed).length;
  return (
    <div className="room">
      <RoomTop onDialog={(dialog) => setAsked({ about: "room", dialog })} room={room} workshop={workshop} />
      <main className="room__main">
        <div className="room__board">
          <RoomBanners workshop={workshop} />
          {room.seats.length === 0 ? (
            <NobodyYet join={join} workshop={workshop} />
          ) : (
            <>
              <RoomTools arrangement={arrangement} onArrange={arrange} seats={room.seats} />
              {lesson && known && <LessonControls known={known} lesson={lesson} workshop={workshop} />}
              <RoomTable
                onSort={(sort) => setArrangement({ ...arrangement, sort })}
                onUnfold={setChosen}
                room={room}
                seats={shown}
                sort={arrangement.sort}
                unfolded={unfolded}
                workshop={workshop}
                {...does}
              />
            </>
          )}
        </div>
        <aside aria-label={say.theRoom} className="room__side">
          {workshop.closed_at === null && <JoinCard code={workshop.code} join={join} />}
          <StuckCard groups={room.groups} onOnly={one} only={group} />
          <PredictedCard counts={room.predictions.filter((count) => count.lesson === unfolded)} workshop={workshop} />
        </aside>
      </main>
      <RoomDialogs asked={asked} learners={learners} onClose={() => setAsked(null)} workshop={workshop} />
    </div>
  );
}

/** Who stands in the table. A misconception that was picked goes on to name those who have it now. */
function useShown(room: Room, arrangement: Arrangement, group: Misconception | null): SeatEntry[] {
  const now = group && room.groups.find((one) => groupKey(one) === groupKey(group));
  const only = group ? (now?.seats ?? []) : null;
  const text = useDeferredValue(arrangement.text);
  const { sort, filter } = arrangement;
  return useMemo(() => arranged(room.seats, { sort, filter, text, only }), [room.seats, sort, filter, text, only]);
}

/** The same functions each time, so that rows need no drawing. */
function useSeatDeeds(setAsked: (asked: Asked) => void) {
  const onOpen = useCallback((seat: SeatEntry) => {
    goToView({ name: "canvas", seat: seat.id, lesson: seat.lesson ?? seat.work[0]?.lesson ?? 0 });
  }, []);
  const onRename = useCallback((seat: SeatEntry) => setAsked({ about: "rename", seat }), [setAsked]);
  const onTakeOut = useCallback((seat: SeatEntry) => setAsked({ about: "out", seat }), [setAsked]);
  return { onOpen, onRename, onTakeOut };
}
