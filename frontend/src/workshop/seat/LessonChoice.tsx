import { Icon } from "@/panels/parts/Icon";
import { Menu } from "@/panels/parts/Menu";
import { goToLesson } from "@/sync/workshop";
import type { SeatFacts, WorkshopFacts } from "@/wire/messages";
import { lessonLines } from "./lesson-list";

/** The lesson that one is in, and the way to the others that are open. */
export function LessonChoice({ workshop, seat, at }: { workshop: WorkshopFacts; seat: SeatFacts; at: number | null }) {
  const lines = lessonLines(workshop, seat);
  const words = at === null ? "Waiting for the first lesson" : `${at + 1} of ${workshop.lessons.length}`;
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
      label={`${words}: choose a lesson`}
      towards="right"
    >
      <span className="lesson-choice__words ellipsis">{words}</span>
      <Icon name="chevronDown" size={12} />
    </Menu>
  );
}

function hintOf({ open, done, here, current }: { open: boolean; done: boolean; here: boolean; current: boolean }) {
  if (!open) return "not open yet";
  if (here) return done ? "done; you are here" : "you are here";
  if (current) return "the room is here";
  return done ? "done" : undefined;
}
