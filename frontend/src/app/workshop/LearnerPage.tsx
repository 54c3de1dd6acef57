import { useEffect, useState } from "react";
import { ThemeSwitch } from "@/panels/parts/ThemeSwitch";
import { SavedChip } from "@/panels/top-bar/SavedChip";
import { UndoButtons } from "@/panels/top-bar/UndoButtons";
import { useWorkshop, workshopStore } from "@/store/workshop";
import { goToLesson, lastLesson } from "@/sync/workshop";
import type { SeatFacts, WorkshopFacts } from "@/wire/messages";
import { WorkshopTop } from "@/workshop/parts/WorkshopTop";
import { Hand } from "@/workshop/seat/Hand";
import { LessonChoice } from "@/workshop/seat/LessonChoice";
import { Lobby } from "@/workshop/seat/Lobby";
import { whereToBegin } from "@/workshop/seat/lesson-list";
import { MyMenu } from "@/workshop/seat/MyMenu";
import { SeatBanners } from "@/workshop/seat/SeatBanners";
import { useSeatWords } from "@/workshop/seat/use-seat-words";
import { Editor } from "../editor/Editor";
import { Opening } from "../Opening";
import { ShownTop } from "./ShownTop";
import "@/workshop/seat/seat.css";

/** A learner's page: the lobby, the lesson that they are in, or the canvas that the room is shown. */
export function LearnerPage() {
  const workshop = useWorkshop((held) => held.state?.workshop);
  const seat = useWorkshop((held) => held.state?.seat);
  const at = useWorkshop((held) => held.at);
  const [left, setLeft] = useState<string | null>(null);
  const opened = workshop?.opened ?? 0;
  useSeatWords();
  useEffect(() => {
    const { id, state, at: now } = workshopStore.getState();
    const first = state && opened > 0 ? whereToBegin(state.workshop, lastLesson(id)) : null;
    if (now === null && first !== null) void goToLesson(first);
  }, [opened]);
  if (!workshop || !seat) return <Opening />;
  const { shown } = workshop;
  if (shown && shown.board !== left) {
    const title = shown.lesson === null ? null : (workshop.lessons[shown.lesson]?.title ?? null);
    return (
      <Editor
        id={shown.board}
        key={shown.board}
        top={<ShownTop kind={shown.kind} lesson={title} onBack={() => setLeft(shown.board)} workshop={workshop} />}
      />
    );
  }
  const board = seat.boards.find(({ lesson }) => lesson === at)?.board;
  if (at === null || board === undefined) {
    return opened > 0 && workshop.closed_at === null ? <Opening /> : <Lobby seat={seat} workshop={workshop} />;
  }
  return (
    <Editor
      id={board}
      key={board}
      top={<LearnerTop at={at} onShown={shown && (() => setLeft(null))} seat={seat} workshop={workshop} />}
    />
  );
}

interface LearnerTopProps {
  workshop: WorkshopFacts;
  seat: SeatFacts;
  at: number;
  onShown: (() => void) | null;
}

function LearnerTop({ workshop, seat, at, onShown }: LearnerTopProps) {
  return (
    <div className="seat-top">
      <WorkshopTop title={workshop.title}>
        <LessonChoice at={at} seat={seat} workshop={workshop} />
        <SavedChip />
        <UndoButtons />
        <span className="workshop-top__space" />
        <ThemeSwitch />
        {workshop.closed_at === null && <Hand up={seat.hand} />}
        <MyMenu seat={seat} />
      </WorkshopTop>
      <SeatBanners at={at} onShown={onShown} workshop={workshop} />
    </div>
  );
}
