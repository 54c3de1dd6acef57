import { Prose } from "@/panels/parts/Prose";
import type { Room, WorkshopFacts } from "@/wire/messages";
import { Bar } from "../parts/Bar";
import { doneCount, goalCounts, inRoom } from "./progress";

/** How far the room is in its lesson, by goal and without names. */
export function ProgressView({ workshop, room }: { workshop: WorkshopFacts; room: Room }) {
  const { current, lessons } = workshop;
  if (current === null) return <p className="present__none">The first lesson has not begun.</p>;
  const of = inRoom(room).length;
  const counts = goalCounts(room, current);
  const lines = [...counts, { id: "", words: "Lesson done", reached: doneCount(room, current) }];
  return (
    <section aria-label="Progress" className="present__progress">
      <h2>
        <span>
          Lesson {current + 1} of {lessons.length}
        </span>
        {lessons[current]?.title}
      </h2>
      <ul>
        {lines.map(({ id, words, reached }) => (
          <li className={id === "" ? "present__done" : ""} key={id}>
            <span className="present__goal">
              <Prose text={words} />
            </span>
            <span className="present__share">
              {reached} of {of}
            </span>
            <Bar of={of} part={reached} tone="allow" />
          </li>
        ))}
      </ul>
    </section>
  );
}
