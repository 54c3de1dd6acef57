import { Section } from "@/panels/parts/Section";
import { useBoard, useReadOnly } from "@/store/use";
import { TourOffer } from "../tour/TourOffer";
import "./nothing-selected.css";

const ARROWS = [
  { tone: "allow", sign: "✓", word: "allowed", meaning: "both ends let it through", dash: undefined },
  { tone: "deny", sign: "✕", word: "blocked", meaning: "the cross stands where it is stopped", dash: "7 5" },
  { tone: "undef", sign: "?", word: "undefined", meaning: "the specification leaves it open", dash: "1.5 5" },
] as const;

/** What to do first, and what the arrows mean. */
export function NothingSelected() {
  const drawn = useBoard((state) => Object.keys(state.connections).length > 0);
  const readOnly = useReadOnly();
  return (
    <>
      <TourOffer />
      <Section title={drawn ? "Nothing selected" : "First steps"}>
        <ol className="nothing__steps">
          {drawn ? (
            <li>Click an arrow to see why it is allowed or blocked.</li>
          ) : (
            !readOnly && <li>Drag two pods onto the canvas, then draw an arrow from one to the other.</li>
          )}
          <li>Click a pod, a namespace or a policy to {readOnly ? "look at" : "change"} it.</li>
          {!readOnly && <li>Write a policy in the YAML below: the arrows follow each keystroke.</li>}
        </ol>
      </Section>
      <Section title="What the arrows say">
        <ul className="nothing__legend">
          {ARROWS.map(({ tone, sign, word, meaning, dash }) => (
            <li className={`nothing__arrow nothing__arrow--${tone}`} key={tone}>
              <svg aria-hidden="true" height="20" viewBox="0 0 76 20" width="76">
                <path
                  d="M2 10H66"
                  fill="none"
                  stroke="currentColor"
                  strokeDasharray={dash}
                  strokeLinecap={tone === "undef" ? "round" : "butt"}
                  strokeWidth="2.2"
                />
                <path d="M65 4.5 74 10l-9 5.5z" fill="currentColor" />
                <circle cx="34" cy="10" fill="currentColor" r="8" />
                <text className="nothing__sign" textAnchor="middle" x="34" y="14">
                  {sign}
                </text>
              </svg>
              <span>
                <b>{word}</b>
                <br />
                <span className="nothing__meaning">{meaning}</span>
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
