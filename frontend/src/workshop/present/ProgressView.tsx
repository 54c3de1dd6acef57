import { Prose } from "@/panels/parts/Prose";
import { say } from "@/texts/workshop";
import type { Room, WorkshopFacts } from "@/wire/messages";
import { Bar } from "../parts/Bar";
import { doneCount, goalCounts, inRoom } from "./progress";

/** How far the room is in its lesson, by goal and without names. */
export function ProgressView({ workshop, room }: { workshop: WorkshopFacts; room: Room }) {
  const { current, lessons } = workshop;
  if (current === null) return <p className="present__none">{say.theFirstLessonHasNotBegun}</p>;
  const of = inRoom(room).length;
  const counts = goalCounts(room, current);
  const lines = [...counts, { id: "", words: say.lessonDone, reached: doneCount(room, current) }];
  return (
    <section aria-label={say.progress} className="present__progress">
      <h2>
        <span>{say.lessonOf(current + 1, lessons.length)}</span>
        {lessons[current]?.title}
      </h2>
      <ul>
        {lines.map(({ id, words, reached }) => (
          <li className={id === "" ? "present__done" : ""} key={id}>
            <span className="present__goal">
              <Prose text={words} />
            </span>
            <span className="present__share">{say.partOf(reached, of)}</span>
            <Bar of={of} part={reached} tone="allow" />
          </li>
        ))}
      </ul>
    </section>
  );
}
