import { Button } from "@/panels/parts/Button";
import { openLesson, setGate } from "@/sync/workshop";
import { say } from "@/texts/workshop-room";
import type { RoomLesson, WorkshopFacts, WorkshopLesson } from "@/wire/messages";
import "./lesson-controls.css";

interface LessonControlsProps {
  workshop: WorkshopFacts;
  lesson: WorkshopLesson;
  known: RoomLesson;
}

/** The lesson that is unfolded: whether it is open, and how far learners may go in it. */
export function LessonControls({ workshop, lesson, known }: LessonControlsProps) {
  const { number, title, gate } = lesson;
  const isOpen = number < workshop.opened;
  const isCurrent = number === workshop.current;
  const closed = workshop.closed_at !== null;
  return (
    <div className="lesson-controls">
      <span className="lesson-controls__lesson ellipsis" title={title}>
        <b>{say.partOf(number + 1, workshop.lessons.length)}</b> {title}
      </span>
      {isCurrent && <span className="lesson-controls__here">{say.theRoomIsHere}</span>}
      {!isCurrent && !closed && (
        <Button onClick={() => void openLesson({ lesson: number })} small>
          {isOpen ? say.askEverybodyHere : say.openThisLesson}
        </Button>
      )}
      {known.step_titles.length > 1 && !closed && <GateChoice gate={gate} lesson={number} titles={known.step_titles} />}
    </div>
  );
}

interface GateChoiceProps {
  lesson: number;
  gate: number | null;
  titles: readonly string[];
}

function GateChoice({ lesson, gate, titles }: GateChoiceProps) {
  const last = titles.length - 1;
  return (
    <span className="lesson-controls__gate">
      <label htmlFor="gate">{say.stepsOpen}</label>
      <select
        className="field__input"
        id="gate"
        onChange={({ target }) => void setGate(lesson, target.value === "" ? null : Number(target.value))}
        value={gate === null || gate >= last ? "" : gate}
      >
        <option value="">{say.allStepsOpen(titles.length)}</option>
        {titles.slice(0, last).map((title, step) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
          <option key={step} value={step}>
            {say.upToStep(step + 1, title)}
          </option>
        ))}
      </select>
      {gate !== null && gate < last && (
        <Button onClick={() => void setGate(lesson, gate + 1 >= last ? null : gate + 1)} small>
          {say.openStep(gate + 2)}
        </Button>
      )}
    </span>
  );
}
