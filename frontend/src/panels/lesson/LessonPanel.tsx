import { useEffect, useRef } from "react";
import { Button } from "@/panels/parts/Button";
import { fitSoon } from "@/store/camera";
import { uiStore } from "@/store/ui";
import { useLesson, useReadOnly } from "@/store/use";
import { useWorkshop } from "@/store/workshop";
import { goToStep } from "@/sync/lesson";
import type { LessonState } from "@/wire/messages";
import { Clock } from "./Clock";
import { GoalList } from "./GoalList";
import { Help, Stuck } from "./Help";
import { LessonText } from "./LessonText";
import { NextInRoom } from "./NextInRoom";
import { NextLesson } from "./NextLesson";
import { PredictForm } from "./PredictForm";
import { ResetButton } from "./ResetButton";
import "./lesson-panel.css";

/** The lesson beside the canvas: what it says, what is to be done, and help. */
export function LessonPanel() {
  const lesson = useLesson((state) => state.lesson);
  const failure = useLesson((state) => state.failure);
  const id = lesson?.id;
  useEffect(() => {
    // The lesson has the room first; "Show why" brings the panel back.
    if (!id) return;
    uiStore.setState({ rightOpen: false });
    fitSoon();
  }, [id]);
  if (!lesson) return <p role="status">{failure ?? "Opening the lesson…"}</p>;
  return (
    <div className="lesson">
      <Head lesson={lesson} />
      <Step key={lesson.now.step} lesson={lesson} />
      {failure && (
        <p className="lesson__failure" role="alert">
          {failure}
        </p>
      )}
      <Foot lesson={lesson} />
    </div>
  );
}

function Head({ lesson }: { lesson: LessonState }) {
  const { step, reached, done } = lesson.now;
  const count = lesson.steps.length;
  const part = done ? count : step + (reached ? 1 : 0);
  return (
    <header className="lesson__head">
      <div className="lesson__line">
        <span className="lesson__track ellipsis">{lesson.track}</span>
        {lesson.of > 1 && (
          <span className="lesson__chip" title={`Lesson ${lesson.number} of ${lesson.of} of this track`}>
            {lesson.number} of {lesson.of}
          </span>
        )}
        <Clock />
      </div>
      <h2>{lesson.title}</h2>
      <div className="lesson__line">
        <progress aria-label="Steps done" max={count} value={part} />
        <span className="lesson__count">
          Step {step + 1} of {count}
        </span>
      </div>
    </header>
  );
}

function Step({ lesson }: { lesson: LessonState }) {
  const { now, prediction, steps } = lesson;
  const step = steps[now.step];
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  useEffect(() => {
    // After "Next" a reader goes on at the new step; at the opening the page keeps its focus.
    if (first.current && document.activeElement !== document.body) heading.current?.focus();
    first.current = false;
  }, []);
  return (
    <div className="lesson__body">
      <h3 ref={heading} tabIndex={-1}>
        {step?.title}
      </h3>
      <LessonText parts={step?.text ?? []} />
      {prediction && <PredictForm prediction={prediction} step={now.step} />}
      {now.goals.length > 0 && <GoalList goals={now.goals} />}
      <Help lesson={lesson} />
      {now.done && now.reached && now.step === steps.length - 1 && <Next lesson={lesson} />}
    </div>
  );
}

function Next({ lesson }: { lesson: LessonState }) {
  const you = useWorkshop((held) => held.state?.you);
  if (you === "instructor") return null;
  return you === "learner" ? <NextInRoom /> : <NextLesson lesson={lesson} />;
}

function Foot({ lesson }: { lesson: LessonState }) {
  const readOnly = useReadOnly();
  const teaching = useWorkshop((held) => held.state?.you === "instructor");
  const { step, reached, tries } = lesson.now;
  const last = step === lesson.steps.length - 1;
  const held = lesson.gate !== null && step >= lesson.gate;
  if (teaching) return null;
  return (
    <footer className="lesson__foot">
      <fieldset className="lesson__buttons" disabled={readOnly}>
        <Stuck key={step} lesson={lesson} />
        <ResetButton />
        <span className="lesson__space" />
        {step > 0 && <Button onClick={() => void goToStep(step - 1)}>Back</Button>}
        {!last && !held && (
          <Button look={reached ? "primary" : "plain"} onClick={() => void goToStep(step + 1)}>
            {reached ? "Next" : "Skip"}
          </Button>
        )}
      </fieldset>
      {!last && held && (
        <p className="lesson__held" role="status">
          {reached ? "Well done. " : ""}The instructor opens the next step for everybody.
        </p>
      )}
      {tries > 0 && (
        <span className="lesson__tries">
          {tries} {tries === 1 ? "try" : "tries"}
        </span>
      )}
    </footer>
  );
}
