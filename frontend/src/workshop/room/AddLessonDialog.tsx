import { Dialog } from "@/panels/parts/Dialog";
import { addLesson } from "@/sync/workshop";
import { say } from "@/texts/workshop-room";
import type { WorkshopFacts } from "@/wire/messages";
import { LessonShelf } from "../open/LessonShelf";

/** One more lesson, or board of one's own, at the end. */
export function AddLessonDialog({ workshop, onClose }: { workshop: WorkshopFacts; onClose: () => void }) {
  return (
    <Dialog onClose={onClose} title={say.addALesson}>
      <p>{say.itComesAfterLesson(workshop.lessons.length)}</p>
      <LessonShelf
        isChosen={({ lesson }) => lesson !== null && workshop.lessons.some((one) => one.lesson === lesson)}
        onChoose={({ title: _title, minutes: _minutes, ...choice }) => {
          void addLesson(choice).then((added) => added && onClose());
        }}
      />
    </Dialog>
  );
}
