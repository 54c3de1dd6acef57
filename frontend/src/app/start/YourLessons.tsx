import { useState } from "react";
import { Button } from "@/panels/parts/Button";
import { Icon } from "@/panels/parts/Icon";
import { useRequest } from "@/panels/parts/use-request";
import { say } from "@/texts/start";
import type { OwnLessonEntry, OwnLessons } from "@/wire/messages";
import { goTo } from "./boards";
import { ImportLesson } from "./ImportLesson";
import { openLesson, writeLesson, writeNewLesson } from "./lessons";
import { useChange } from "./use-change";
import "./your-lessons.css";

/** The lessons that this person wrote, and the ways to write one. */
export function YourLessons() {
  const { answer, failure, again } = useRequest<OwnLessons>("lessons/own/");
  const [importing, setImporting] = useState(false);
  const own = answer?.own ?? [];
  return (
    <section aria-labelledby="your-lessons-heading">
      <div className="learn__head">
        <h2 id="your-lessons-heading">{say.yourLessons}</h2>
        <span className="your-lessons__deeds">
          <Button icon="upload" onClick={() => setImporting(true)}>
            {say.importALesson}
          </Button>
          <Button icon="pencil" onClick={() => void writeNewLesson()}>
            {say.writeALesson}
          </Button>
        </span>
      </div>
      {failure && (
        <p className="start__failure" role="alert">
          {failure} <Button onClick={again}>{say.tryAgain}</Button>
        </p>
      )}
      {answer && own.length === 0 && <p className="your-lessons__none">{say.noneYetWriteOneOnA}</p>}
      {own.length > 0 && (
        <ul className="your-lessons">
          {own.map((entry) => (
            <Row entry={entry} key={entry.lesson.id} onDeleted={again} />
          ))}
        </ul>
      )}
      {importing && <ImportLesson onClose={() => setImporting(false)} />}
    </section>
  );
}

function Row({ entry, onDeleted }: { entry: OwnLessonEntry; onDeleted: () => void }) {
  const { lesson, written_on: board, playable } = entry;
  const [sure, setSure] = useState(false);
  const change = useChange();
  const remove = async () => {
    if (await change("DELETE", `lessons/own/${lesson.id}/`)) onDeleted();
  };
  return (
    <li className="your-lessons__row">
      <b className="ellipsis">{lesson.title}</b>
      <span className="ellipsis your-lessons__about">{lesson.summary}</span>
      <span className="your-lessons__state">
        {lesson.done_at ? say.done2 : playable ? say.canBePlayed : say.inWriting}
      </span>
      <span className="your-lessons__deeds">
        {board && (
          <Button aria-label={say.writeOn(lesson.title)} icon="pencil" look="quiet" onClick={() => goTo(board)} small>
            {say.edit}
          </Button>
        )}
        <Button
          aria-label={say.play(lesson.title)}
          disabled={!playable}
          icon="play"
          look="quiet"
          onClick={() => void openLesson(lesson.id)}
          small
          title={playable ? undefined : say.itCanBePlayedOnceIts}
        >
          {say.play2}
        </Button>
        <Button
          aria-label={say.copy(lesson.title)}
          disabled={!playable}
          icon="copy"
          look="quiet"
          onClick={() => void writeLesson({ lesson: lesson.id })}
          small
        >
          {say.copy2}
        </Button>
        <a
          aria-label={say.export(lesson.title)}
          className="button button--quiet button--small"
          download
          href={`/api/v1/lessons/own/${lesson.id}/file/`}
        >
          <Icon name="download" size={14} />
          {say.export2}
        </a>
        {sure ? (
          <Button autoFocus look="danger" onBlur={() => setSure(false)} onClick={() => void remove()} small>
            {say.deleteIt}
          </Button>
        ) : (
          <Button aria-label={say.delete2(lesson.title)} icon="trash" look="quiet" onClick={() => setSure(true)} small>
            {say.delete3}
          </Button>
        )}
      </span>
    </li>
  );
}
