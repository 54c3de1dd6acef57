import { useState } from "react";
import { Button } from "@/panels/parts/Button";
import { Prose } from "@/panels/parts/Prose";
import { useWorkshop } from "@/store/workshop";
import { askHint } from "@/sync/lesson";
import type { LessonState } from "@/wire/messages";

/** What the lesson says to what was tried: feedback, the hints that came so far, and the solution when asked for. */
export function Help({ lesson }: { lesson: LessonState }) {
  const { feedback, hints, more_hints: more } = lesson.now;
  return (
    <>
      {feedback.map(({ problem, words }) => (
        <p className="lesson__feedback" key={problem}>
          <Prose text={words} />
        </p>
      ))}
      {hints.length > 0 && (
        <ol aria-label="Hints" className="lesson__hints">
          {hints.map((hint, index) => (
            <li key={hint}>
              <span className="lesson__hint-number">
                Hint {index + 1} of {hints.length + more}
              </span>
              <Prose text={hint} />
            </li>
          ))}
        </ol>
      )}
      {lesson.solution !== null && (
        <section aria-label="Solution" className="lesson__solution">
          <h3>One solution</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long solution scrolls, by keyboard too */}
          <pre tabIndex={0}>{lesson.solution}</pre>
        </section>
      )}
    </>
  );
}

/** The next hint at once; when none is left the solution, after one more question. In a workshop "I am stuck" calls the
 * instructor, from the top bar. */
export function Stuck({ lesson }: { lesson: LessonState }) {
  const [asked, setAsked] = useState(false);
  const words = useWorkshop((held) => held.state !== null) ? "Show a hint" : "I am stuck";
  const { more_hints: more, reached } = lesson.now;
  if (
    reached ||
    lesson.steps[lesson.now.step]?.asks !== "goals" ||
    (more === 0 && (!lesson.solution_offered || lesson.solution !== null))
  )
    return null;
  if (more > 0) return <Button onClick={() => void askHint()}>{words}</Button>;
  if (!asked) return <Button onClick={() => setAsked(true)}>I am stuck</Button>;
  return (
    <Button autoFocus onClick={() => void askHint(true)}>
      Show the solution
    </Button>
  );
}
