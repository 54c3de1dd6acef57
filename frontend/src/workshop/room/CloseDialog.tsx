import { useState } from "react";
import { Button } from "@/panels/parts/Button";
import { Dialog } from "@/panels/parts/Dialog";
import { closeRoom, deleteWorkshop } from "@/sync/workshop";
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
            Results as CSV
          </a>
          <Button onClick={onClose}>Cancel</Button>
          <Button disabled={closing} look="danger" onClick={() => void close()}>
            Close the room
          </Button>
        </>
      }
      onClose={onClose}
      title={`Close “${title}”?`}
    >
      <ul className="room-dialogs__facts">
        <li>Nobody can join any more, and the code means nothing from then on.</li>
        <li>
          {learners === 0
            ? "Nobody has joined."
            : `${learnersWords(learners)} can still look at their boards and take their progress along, and change nothing.`}
        </li>
        <li>
          Nicknames, boards and results go {daysWords(days)} after closing: on {dayOf(end)}.
        </li>
        <li>A closed room cannot be opened again. Your own boards and the lessons stay as they are.</li>
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
            Results as CSV
          </a>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="danger" onClick={() => void remove()}>
            Delete everything
          </Button>
        </>
      }
      onClose={onClose}
      title={`Delete “${workshop.title}” now?`}
    >
      <p>Nicknames, learners’ boards and results are gone at once, for you and for them. This cannot be undone.</p>
    </Dialog>
  );
}
