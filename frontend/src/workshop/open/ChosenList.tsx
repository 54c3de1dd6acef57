import { IconButton } from "@/panels/parts/Button";
import { say } from "@/texts/workshop-open";
import { type Choice, lengthWords, moved } from "./choice";
import "./chosen-list.css";

/** The lessons taken so far; they are taught in this order. */
export function ChosenList({ chosen, onChange }: { chosen: readonly Choice[]; onChange: (chosen: Choice[]) => void }) {
  if (chosen.length === 0) {
    return <p className="chosen__none">{say.takeLessonsFromTheListThey}</p>;
  }
  return (
    <>
      <ol aria-label={say.lessonsOfTheWorkshop} className="chosen">
        {chosen.map((choice, at) => (
          <li key={`${choice.lesson} ${choice.board}`}>
            <span className="chosen__number">{at + 1}</span>
            <span className="chosen__title">{choice.title}</span>
            <IconButton
              disabled={at === 0}
              icon="up"
              label={say.teachEarlier(choice.title)}
              look="quiet"
              onClick={() => onChange(moved(chosen, at, -1))}
              small
            />
            <IconButton
              disabled={at === chosen.length - 1}
              icon="down"
              label={say.teachLater(choice.title)}
              look="quiet"
              onClick={() => onChange(moved(chosen, at, 1))}
              small
            />
            <IconButton
              icon="close"
              label={say.leaveOut(choice.title)}
              look="quiet"
              onClick={() => onChange(chosen.filter((_, place) => place !== at))}
              small
            />
          </li>
        ))}
      </ol>
      <p className="chosen__length" role="status">
        {lengthWords(chosen)}
      </p>
    </>
  );
}
