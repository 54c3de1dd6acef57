import { Button } from "@/panels/parts/Button";
import { Dialog } from "@/panels/parts/Dialog";
import { renameLearner, renameWorkshop, resetSeats, takeOut } from "@/sync/workshop";
import { say } from "@/texts/workshop-room";
import type { SeatEntry, WorkshopFacts } from "@/wire/messages";
import { NameDialog } from "../parts/NameDialog";
import { AddLessonDialog } from "./AddLessonDialog";
import { CloseDialog, DeleteDialog } from "./CloseDialog";
import { PushDialog } from "./PushDialog";
import type { RoomDialog } from "./RoomTop";
import "./room-dialogs.css";

/** What is asked about the room, or about one learner. */
export type Asked =
  | { about: "room"; dialog: RoomDialog }
  | { about: "rename"; seat: SeatEntry }
  | { about: "out"; seat: SeatEntry };

interface RoomDialogsProps {
  workshop: WorkshopFacts;
  learners: number;
  asked: Asked | null;
  onClose: () => void;
}

/** The dialogs of the instructor's page. */
export function RoomDialogs({ workshop, learners, asked, onClose }: RoomDialogsProps) {
  if (!asked) return null;
  if (asked.about === "rename") return <RenameLearner onClose={onClose} seat={asked.seat} />;
  if (asked.about === "out") return <TakeOutDialog onClose={onClose} seat={asked.seat} />;
  switch (asked.dialog) {
    case "push":
      return <PushDialog onClose={onClose} />;
    case "rename":
      return (
        <NameDialog
          label={say.title}
          longest={80}
          name={workshop.title}
          onClose={onClose}
          onName={renameWorkshop}
          title={say.renameTheRoom}
        />
      );
    case "lesson":
      return <AddLessonDialog onClose={onClose} workshop={workshop} />;
    case "reset":
      return <ResetDialog onClose={onClose} workshop={workshop} />;
    case "close":
      return <CloseDialog learners={learners} onClose={onClose} workshop={workshop} />;
    case "delete":
      return <DeleteDialog onClose={onClose} workshop={workshop} />;
  }
}

function RenameLearner({ seat: { id, nickname }, onClose }: { seat: SeatEntry; onClose: () => void }) {
  return (
    <NameDialog
      label={say.nickname}
      longest={24}
      name={nickname}
      onClose={onClose}
      onName={(name) => renameLearner(id, name)}
      title={say.renameLearner(nickname)}
    />
  );
}

function TakeOutDialog({ seat, onClose }: { seat: SeatEntry; onClose: () => void }) {
  const out = async () => {
    if (await takeOut(seat.id)) onClose();
  };
  return (
    <Dialog
      footer={
        <>
          <Button onClick={onClose}>{say.cancel}</Button>
          <Button look="danger" onClick={() => void out()}>
            {say.takeOut}
          </Button>
        </>
      }
      onClose={onClose}
      title={say.reallyTakeOut(seat.nickname)}
    >
      <p>{say.whatTakingOutDoes(seat.nickname)}</p>
    </Dialog>
  );
}

function ResetDialog({ workshop, onClose }: { workshop: WorkshopFacts; onClose: () => void }) {
  const reset = async (lesson: number) => {
    if (await resetSeats({ lesson })) onClose();
  };
  const open = workshop.lessons.filter(({ number }) => number < workshop.opened);
  return (
    <Dialog onClose={onClose} title={say.resetEverybody}>
      <p>{say.everybodysBoardBecomesWhatItWas}</p>
      {open.length === 0 && <p className="room-dialogs__muted">{say.noLessonIsOpenYet}</p>}
      <ul className="room-dialogs__list">
        {open.map(({ number, title }) => (
          <li key={number}>
            <span className="ellipsis">
              <b>{number + 1}</b> {title}
            </span>
            <Button aria-label={say.resetLessonForEverybody(title)} onClick={() => void reset(number)} small>
              {say.resetForEverybody}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
