import { STANDING_WORDS, type Standing } from "./standing";
import "./standing-mark.css";

const SIGNS: Record<Standing, string> = { done: "✓", failing: "✕", working: "…", none: "·" };

/** How somebody stands with a lesson or a goal: a sign, its colour, and words for those who see neither. */
export function StandingMark({ standing, words }: { standing: Standing; words?: string }) {
  return (
    <span className={`standing standing--${standing}`} title={words}>
      <span aria-hidden="true">{SIGNS[standing]}</span>
      <span className="visually-hidden">{words ?? STANDING_WORDS[standing]}</span>
    </span>
  );
}
