import { Icon } from "./Icon";
import "./locked.css";

/** In place of verdicts while a lesson asks to predict them. */
export function ClosedNote() {
  return (
    <p className="locked-note">
      <Icon name="question" size={14} />
      <span>What passes is shown with the answer: set your prediction in the lesson, then reveal.</span>
    </p>
  );
}
