import { useState } from "react";
import { Button } from "@/panels/parts/Button";
import { Dialog } from "@/panels/parts/Dialog";
import { closeRoom, deleteWorkshop } from "@/sync/workshop";
import { say } from "@/texts/workshop-room";
import type { WorkshopFacts } from "@/wire/messages";
import { dayOf, daysWords, learnersWords } from "@/workshop/words";

interface CloseDialogProps {
  workshop: WorkshopFacts;
  learners: number;
  onClose: () => void;
}

const DAY_MS = 86_400_000;

/** Says what closing means before it is done: what ends, what stays, and until when. */
export function CloseDialog({ workshop, learners, onClose }: CloseDialogProps) {
  const [closing, setClosing] = useState(false);
  const { title, keep_days: days, id } = workshop;
  const end = new Date(Date.now() + days * DAY_MS).toISOString();
  const close = async () => {
    setClosing(true);
    if (await closeRoom()) onClose();
    setClosing(false);
  };
  return (
    <Dialog
      footer={
        <>
          <a className="button button--plain" download href={`/api/v1/workshops/${id}/results/?as=csv`}>
            {say.resultsAsCsv}
          </a>
          <Button onClick={onClose}>{say.cancel}</Button>
          <Button disabled={closing} look="danger" onClick={() => void close()}>
            {say.closeTheRoom}
          </Button>
        </>
      }
      onClose={onClose}
      title={say.reallyClose(title)}
    >
      <ul className="room-dialogs__facts">
        <li>{say.nobodyCanJoinAnyMoreAnd}</li>
        <li>{learners === 0 ? say.nobodyHasJoined : say.canStillLookAtTheirBoards(learnersWords(learners))}</li>
        <li>{say.everythingGoes(daysWords(days), dayOf(end))}</li>
        <li>{say.aClosedRoomCannotBeOpened}</li>
      </ul>
    </Dialog>
  );
}

/** The end, before its time. */
export function DeleteDialog({ workshop, onClose }: Omit<CloseDialogProps, "learners">) {
  const remove = async () => {
    if (await deleteWorkshop()) location.assign("/workshops/");
  };
  return (
    <Dialog
      footer={
        <>
          <a className="button button--plain" download href={`/api/v1/workshops/${workshop.id}/results/?as=csv`}>
            {say.resultsAsCsv}
          </a>
          <Button onClick={onClose}>{say.cancel}</Button>
          <Button look="danger" onClick={() => void remove()}>
            {say.deleteEverything}
          </Button>
        </>
      }
      onClose={onClose}
      title={say.reallyDelete(workshop.title)}
    >
      <p>{say.nicknamesLearnersBoardsAndResultsAre}</p>
    </Dialog>
  );
}
