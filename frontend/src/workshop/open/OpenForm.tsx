import { type FormEvent, useState } from "react";
import { Button } from "@/panels/parts/Button";
import { Field, FieldError } from "@/panels/parts/Field";
import { Segmented } from "@/panels/parts/Segmented";
import { RequestError, request } from "@/sync/rest";
import { say } from "@/texts/workshop-open";
import type { NewWorkshop, WorkshopState } from "@/wire/messages";
import { daysWords } from "../words";
import { ChosenList } from "./ChosenList";
import { type Choice, sameChoice } from "./choice";
import { LessonShelf } from "./LessonShelf";
import "./open-form.css";

type Pace = NonNullable<NewWorkshop["pace"]>;

const PACES: readonly { value: Pace; label: string }[] = [
  { value: "gated", label: say.iOpenEachLesson },
  { value: "free", label: say.everybodyRunsThroughAll },
];
const PACE_WORDS: Record<Pace, string> = {
  gated: say.learnersWaitInTheRoomUntil,
  free: say.allLessonsAreOpenFromThe,
};
const KEPT = [1, 7, 14, 30, 90];

/** Opens a workshop: what is taught, at whose pace, and for how long what was done is kept. */
export function OpenForm() {
  const [title, setTitle] = useState("");
  const [chosen, setChosen] = useState<Choice[]>([]);
  const [pace, setPace] = useState<Pace>("gated");
  const [days, setDays] = useState(14);
  const [fault, setFault] = useState<string | null>(null);
  const [opening, setOpening] = useState(false);
  const isChosen = (choice: Choice) => chosen.some((one) => sameChoice(one, choice));

  const open = async (event: FormEvent) => {
    event.preventDefault();
    if (chosen.length === 0) return setFault(say.takeAtLeastOneLesson);
    setOpening(true);
    try {
      const lessons = chosen.map(({ lesson, board }) => (lesson === null ? { board } : { lesson }));
      const wanted: NewWorkshop = { title: title.trim() || say.workshop, lessons, pace, keep_days: days };
      const { workshop } = await request<WorkshopState>("POST", "workshops/", wanted);
      location.assign(`/workshops/${workshop.id}/`);
    } catch (error) {
      setOpening(false);
      if (!(error instanceof RequestError)) throw error;
      setFault(error.message);
    }
  };

  return (
    <form className="open-form" onSubmit={(event) => void open(event)}>
      <section aria-labelledby="shelf-heading">
        <h2 id="shelf-heading">{say.lessonsToTake}</h2>
        <LessonShelf
          isChosen={isChosen}
          onChoose={(choice) => setChosen([...chosen, choice])}
          onChooseAll={(choices) => setChosen([...chosen, ...choices.filter((choice) => !isChosen(choice))])}
        />
      </section>
      <section aria-labelledby="room-heading" className="open-form__room">
        <h2 id="room-heading">{say.theWorkshop}</h2>
        <Field
          label={say.titleWhichLearnersSee}
          maxLength={80}
          onChange={({ target }) => setTitle(target.value)}
          placeholder={say.thursdayWorkshop}
          value={title}
        />
        <div className="open-form__part">
          <span className="field__label">{say.lessonsInTheirOrder}</span>
          <ChosenList chosen={chosen} onChange={setChosen} />
        </div>
        <div className="open-form__part">
          <span className="field__label">{say.pace}</span>
          <Segmented<Pace> legend={say.pace} name="pace" onChange={setPace} options={PACES} value={pace} />
          <p className="field__hint">{PACE_WORDS[pace]}</p>
        </div>
        <div className="open-form__part">
          <label className="field__label" htmlFor="keep-days">
            {say.afterYouCloseItKeepWhat}
          </label>
          <select
            className="field__input open-form__days"
            id="keep-days"
            onChange={({ target }) => setDays(Number(target.value))}
            value={days}
          >
            {KEPT.map((count) => (
              <option key={count} value={count}>
                {daysWords(count)}
              </option>
            ))}
          </select>
          <p className="field__hint">{say.nicknamesBoardsAndResultsAreDeleted}</p>
        </div>
        <FieldError text={fault} />
        <Button className="open-form__open" disabled={opening} look="primary" type="submit">
          {opening ? say.opening : say.openTheWorkshop}
        </Button>
      </section>
    </form>
  );
}
