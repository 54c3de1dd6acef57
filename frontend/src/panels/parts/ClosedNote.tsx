import { say } from "@/texts/parts";
import { Icon } from "./Icon";
import "./locked.css";

/** In place of verdicts while a lesson asks to predict them. */
export function ClosedNote() {
  return (
    <p className="locked-note">
      <Icon name="question" size={14} />
      <span>{say.whatPassesIsShownWithThe}</span>
    </p>
  );
}
