import { Button } from "@/panels/parts/Button";
import { Icon } from "@/panels/parts/Icon";
import { Prose } from "@/panels/parts/Prose";
import { useRequest } from "@/panels/parts/use-request";
import { say } from "@/texts/workshop-open";
import type { BoardSummary, Course } from "@/wire/messages";
import { type Choice, ofBoard, ofLesson } from "./choice";
import "./lesson-shelf.css";

interface LessonShelfProps {
  isChosen: (choice: Choice) => boolean;
  onChoose: (choice: Choice) => void;
  /** Takes a whole track, in its order; left out where one at a time is wanted. */
  onChooseAll?: (choices: Choice[]) => void;
}

/** What a workshop can be made of: the lessons by track, and boards of one's own. */
export function LessonShelf({ isChosen, onChoose, onChooseAll }: LessonShelfProps) {
  const course = useRequest<Course>("lessons/");
  const boards = useRequest<BoardSummary[]>("boards/?state=active&sort=opened&limit=200");
  const own = boards.answer?.filter(({ role }) => role === "owner").map(ofBoard) ?? [];
  const failure = course.failure ?? boards.failure;
  return (
    <div className="shelf">
      {failure && (
        <p className="field__error" role="alert">
          {failure}
        </p>
      )}
      {course.answer?.tracks.map(({ id, title, summary, lessons }, index) => (
        <details className="shelf__track" key={id} open={index === 0}>
          <summary>
            <Icon name="chevron" size={13} />
            <b>{title}</b>
            <span className="shelf__muted ellipsis">{summary}</span>
          </summary>
          {onChooseAll && (
            <Button
              className="shelf__all"
              icon="plus"
              look="quiet"
              onClick={() => onChooseAll(lessons.map(ofLesson))}
              small
            >
              {say.takeAll(lessons.length)}
            </Button>
          )}
          <ul>
            {lessons.map((lesson) => (
              <Offer
                choice={ofLesson(lesson)}
                chosen={isChosen(ofLesson(lesson))}
                key={lesson.id}
                onChoose={onChoose}
                summary={lesson.summary}
              />
            ))}
          </ul>
        </details>
      ))}
      <details className="shelf__track">
        <summary>
          <Icon name="chevron" size={13} />
          <b>{say.boardsOfYourOwn}</b>
          <span className="shelf__muted ellipsis">{say.everybodyGetsACopyToWork}</span>
        </summary>
        {boards.answer && own.length === 0 && <p className="shelf__none">{say.youHaveNoBoardYetMake}</p>}
        <ul>
          {own.map((choice) => (
            <Offer choice={choice} chosen={isChosen(choice)} key={choice.board} onChoose={onChoose} summary="" />
          ))}
        </ul>
      </details>
    </div>
  );
}

interface OfferProps {
  choice: Choice;
  summary: string;
  chosen: boolean;
  onChoose: (choice: Choice) => void;
}

function Offer({ choice, summary, chosen, onChoose }: OfferProps) {
  return (
    <li>
      <button className="shelf__offer" disabled={chosen} onClick={() => onChoose(choice)} type="button">
        <span className="shelf__sign">
          <Icon name={chosen ? "check" : "plus"} size={13} />
          <span className="visually-hidden">{chosen ? say.taken : say.take}</span>
        </span>
        <span className="shelf__words">
          <span className="shelf__title">{choice.title}</span>
          {summary && (
            <span className="shelf__muted">
              <Prose text={summary} />
            </span>
          )}
        </span>
        {choice.minutes !== null && <span className="shelf__muted shelf__minutes">{say.minutes(choice.minutes)}</span>}
      </button>
    </li>
  );
}
