import { IconButton } from "@/panels/parts/Button";
import { type Choice, lengthWords, moved } from "./choice";
import "./chosen-list.css";

/** The lessons taken so far; they are taught in this order. */
export function ChosenList({ chosen, onChange }: { chosen: readonly Choice[]; onChange: (chosen: Choice[]) => void }) {
  if (chosen.length === 0) {
    return (
      <p className="chosen__none">Take lessons from the list. They are taught in the order in which you take them.</p>
    );
  }
  return (
    <>
      <ol aria-label="Lessons of the workshop" className="chosen">
        {chosen.map((choice, at) => (
          <li key={`${choice.lesson} ${choice.board}`}>
            <span className="chosen__number">{at + 1}</span>
            <span className="chosen__title">{choice.title}</span>
            <IconButton
              disabled={at === 0}
              icon="up"
              label={`Teach “${choice.title}” earlier`}
              look="quiet"
              onClick={() => onChange(moved(chosen, at, -1))}
              small
            />
            <IconButton
              disabled={at === chosen.length - 1}
              icon="down"
              label={`Teach “${choice.title}” later`}
              look="quiet"
              onClick={() => onChange(moved(chosen, at, 1))}
              small
            />
            <IconButton
              icon="close"
              label={`Leave out “${choice.title}”`}
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
