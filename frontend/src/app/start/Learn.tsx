import { Button, IconButton } from "@/panels/parts/Button";
import { Icon } from "@/panels/parts/Icon";
import { Prose } from "@/panels/parts/Prose";
import { useRequest } from "@/panels/parts/use-request";
import { say } from "@/texts/start";
import type { Course, LessonEntry, TrackEntry } from "@/wire/messages";
import { bringProgress, openLesson, writeLesson } from "./lessons";
import "./learn.css";

/** The course: tracks of lessons with how far this person came, and the one to go on with. */
export function Learn() {
  const { answer, failure, again } = useRequest<Course>("lessons/");
  const all = answer?.tracks.flatMap(({ lessons }) => lessons) ?? [];
  const next = all.find(({ id }) => id === answer?.next);
  const begun = all.some(({ begun_at: at }) => at !== null);
  return (
    <section aria-labelledby="learn-heading">
      <div className="learn__head">
        <h2 id="learn-heading">{say.learn}</h2>
        {next && (
          <Button icon="open" look="primary" onClick={() => void openLesson(next.id)}>
            {say.continue(next.title)}
          </Button>
        )}
        <a className="button button--plain learn__workshop" href="/workshops/">
          {say.runAWorkshop}
        </a>
        {begun && (
          <a className="learn__export" download href="/api/v1/lessons/progress/?as=csv">
            {say.progressAsCsv}
          </a>
        )}
        {begun && (
          <a className="learn__export" download href="/api/v1/lessons/progress/?as=json">
            {say.json}
          </a>
        )}
        <BringProgress onDone={again} />
      </div>
      {failure && (
        <p className="start__failure" role="alert">
          {failure} <Button onClick={again}>{say.tryAgain}</Button>
        </p>
      )}
      <div className="learn">
        {answer?.tracks.map((track) => (
          <Track key={track.id} next={answer.next} track={track} />
        ))}
      </div>
    </section>
  );
}

/** Takes in a file of progress that was exported elsewhere. */
function BringProgress({ onDone }: { onDone: () => void }) {
  const bring = async (file: File | undefined) => {
    if (file && (await bringProgress(await file.text()))) onDone();
  };
  return (
    <label className="learn__export learn__bring">
      {say.bringProgressBack}
      <input
        accept=".json,application/json"
        className="visually-hidden"
        onChange={(event) => void bring(event.target.files?.[0])}
        type="file"
      />
    </label>
  );
}

function Track({ track, next }: { track: TrackEntry; next: string | null }) {
  const { id, title, summary, lessons } = track;
  const done = lessons.filter(({ done_at: at }) => at !== null).length;
  const minutes = lessons.reduce((sum, lesson) => sum + lesson.minutes, 0);
  return (
    <details className="learn__track" open={lessons.some((lesson) => lesson.id === next)}>
      <summary>
        <span className="learn__title" id={`track-${id}`}>
          {title}
        </span>
        <span className="learn__summary">{summary}</span>
        <span className="learn__summary">
          {say.lessonsMinutes(lessons.length, minutes)}
          {done > 0 && say.done(done)}
        </span>
        <progress aria-label={say.ofLessonsDone(done, lessons.length)} max={lessons.length} value={done} />
      </summary>
      <ol aria-labelledby={`track-${id}`}>
        {lessons.map((lesson, index) => (
          <Lesson key={lesson.id} lesson={lesson} number={index + 1} />
        ))}
      </ol>
    </details>
  );
}

function Lesson({ lesson, number }: { lesson: LessonEntry; number: number }) {
  const { title, summary, minutes, clock, done_at: done, board, step, steps } = lesson;
  const state = done ? "Done" : board ? say.stepOf(step + 1, steps) : null;
  return (
    <li className="learn__row">
      <button className="learn__lesson" onClick={() => void openLesson(lesson.id)} type="button">
        <span className={done ? "learn__number learn__number--done" : "learn__number"}>
          {done ? <Icon name="check" size={12} /> : number}
        </span>
        <span className="learn__text">
          <b>{title}</b>
          <span>
            <Prose text={summary} />
          </span>
        </span>
        <span className="learn__facts">
          {clock ? say.minOnTheClock(clock) : say.min(minutes)}
          {state && <span className={done ? "learn__done" : ""}>{state}</span>}
        </span>
      </button>
      <IconButton
        className="learn__fork"
        icon="copy"
        label={say.forkACopyOfYourOwn(title)}
        look="quiet"
        onClick={() => void writeLesson({ lesson: lesson.id })}
        small
      />
    </li>
  );
}
