import { useState } from "react";
import { Button } from "@/panels/parts/Button";
import { Prose } from "@/panels/parts/Prose";
import { show } from "@/sync/workshop";
import type { Misconception } from "@/wire/messages";
import { Bar } from "@/workshop/parts/Bar";
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
      <h2 id="stuck-heading">Where the room is stuck</h2>
      {groups.length === 0 && <p className="side-card__muted">Nowhere: no last try showed a known mistake.</p>}
      <ul className="stuck">
        {largest.map((group) => (
          <Group
            group={group}
            key={`${group.lesson} ${group.problem}`}
            on={only?.lesson === group.lesson && only.problem === group.problem}
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
        <b>
          {seats.length} of {of}
        </b>{" "}
        <code>{problem}</code> <span className="side-card__muted">in lesson {lesson + 1}</span>
      </p>
      <Bar of={of} part={seats.length} tone="warn" />
      {words && (
        <p className="side-card__muted stuck__words">
          <Prose text={words} />
        </p>
      )}
      <div className="stuck__buttons">
        <Button aria-label={`Show one with ${problem}, without a name`} onClick={showOne} small>
          Show one, without a name
        </Button>
        <Button aria-pressed={on} look="quiet" onClick={() => onOnly(on ? null : group)} small>
          {on ? "Show everybody" : "Who?"}
        </Button>
      </div>
    </li>
  );
}
