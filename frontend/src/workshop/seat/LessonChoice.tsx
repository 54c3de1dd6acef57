import { Icon } from "@/panels/parts/Icon";
import { Menu } from "@/panels/parts/Menu";
import { goToLesson } from "@/sync/workshop";
import { say } from "@/texts/workshop-seat";
import type { SeatFacts, WorkshopFacts } from "@/wire/messages";
import { lessonLines } from "./lesson-list";

/** The lesson that one is in, and the way to the others that are open. */
export function LessonChoice({ workshop, seat, at }: { workshop: WorkshopFacts; seat: SeatFacts; at: number | null }) {
  const lines = lessonLines(workshop, seat);
  const words = at === null ? say.waitingForTheFirstLesson : say.partOf(at + 1, workshop.lessons.length);
  return (
    <Menu
      className="button button--plain lesson-choice"
      entries={lines.map(({ number, title, open, done, current }) => ({
        icon: done ? "check" : open ? "play" : "lock",
        label: `${number + 1}. ${title}`,
        hint: hintOf({ open, done, here: number === at, current }),
        disabled: !open,
        run: () => void goToLesson(number),
      }))}
      label={say.chooseALesson(words)}
      towards="right"
    >
      <span className="lesson-choice__words ellipsis">{words}</span>
      <Icon name="chevronDown" size={12} />
    </Menu>
  );
}

function hintOf({ open, done, here, current }: { open: boolean; done: boolean; here: boolean; current: boolean }) {
  if (!open) return say.notOpenYet;
  if (here) return done ? say.doneAndHere : say.youAreHere;
  if (current) return say.theRoomIsHere;
  return done ? say.isDone : undefined;
}
