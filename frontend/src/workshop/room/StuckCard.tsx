import { useState } from "react";
import { Button } from "@/panels/parts/Button";
import { Prose } from "@/panels/parts/Prose";
import { show } from "@/sync/workshop";
import { say } from "@/texts/workshop-room";
import type { Misconception } from "@/wire/messages";
import { Bar } from "@/workshop/parts/Bar";
import { groupKey, problemOf } from "./arranging";
import "./side-card.css";
import "./stuck-card.css";

interface StuckCardProps {
  groups: readonly Misconception[];
  /** The group whose learners alone the table shows. */
  only: Misconception | null;
  onOnly: (group: Misconception | null) => void;
}

/** Which misconceptions the last tries showed, and how many have each. */
export function StuckCard({ groups, only, onOnly }: StuckCardProps) {
  const largest = [...groups].sort((a, b) => b.seats.length - a.seats.length);
  return (
    <section aria-labelledby="stuck-heading" className="side-card">
      <h2 id="stuck-heading">{say.whereTheRoomIsStuck}</h2>
      {groups.length === 0 && <p className="side-card__muted">{say.nowhereNoLastTryShowedA}</p>}
      <ul className="stuck">
        {largest.map((group) => (
          <Group
            group={group}
            key={groupKey(group)}
            on={only !== null && groupKey(only) === groupKey(group)}
            onOnly={onOnly}
          />
        ))}
      </ul>
    </section>
  );
}

function Group({ group, on, onOnly }: { group: Misconception; on: boolean; onOnly: StuckCardProps["onOnly"] }) {
  const { problem, words, lesson, seats, of } = group;
  const [next, setNext] = useState(0);
  const showOne = () => {
    const seat = seats[next % seats.length];
    setNext(next + 1);
    if (seat) void show({ seat, lesson });
  };
  return (
    <li>
      <p className="stuck__count">
        <b>{say.partOf(seats.length, of)}</b> {problem && <code>{problem}</code>}{" "}
        <span className="side-card__muted">{say.inLesson(lesson + 1)}</span>
      </p>
      <Bar of={of} part={seats.length} tone="warn" />
      {words && (
        <p className="side-card__muted stuck__words">
          <Prose text={words} />
        </p>
      )}
      <div className="stuck__buttons">
        <Button aria-label={say.showOneWithWithoutAName(problemOf(group))} onClick={showOne} small>
          {say.showOneWithoutAName}
        </Button>
        <Button aria-pressed={on} look="quiet" onClick={() => onOnly(on ? null : group)} small>
          {on ? say.showEverybody : say.who}
        </Button>
      </div>
    </li>
  );
}
