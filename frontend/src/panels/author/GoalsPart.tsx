import { useState } from "react";
import { EverField, ExpectationFields } from "@/panels/dock/tests/ExpectationFields";
import { type Fields, fieldsOf, itemOf, NEW } from "@/panels/dock/tests/item";
import { Button } from "@/panels/parts/Button";
import { FieldError } from "@/panels/parts/Field";
import { faultsWithin, useAuthor } from "@/store/author";
import { useBoard } from "@/store/use";
import { record, write } from "@/sync/author";
import type { WrittenGoal } from "@/wire/messages";
import { Choice, Item, Line, Tick } from "./fields";
import { changed, freeName, without } from "./lists";
import { Reached } from "./Reached";
import { useWritten } from "./use-manuscript";

/** What is to be brought about: expectations, each with a sentence for the learner. */
export function GoalsPart() {
  const goals = useWritten("goals");
  const expected = useBoard((state) => Object.keys(state.expectations).length);
  const add = () => {
    const id = freeName(
      "goal",
      goals.map((goal) => goal.id),
    );
    write({ goals: [...goals, { id, sentence: "", item: itemOf(NEW), world: null, hidden: false }] });
  };
  return (
    <>
      <p>A goal is an expectation with a sentence. At the start some must fail, and with the solution all must hold.</p>
      <div className="author__deeds">
        <Button
          disabled={expected === 0}
          look="primary"
          onClick={() => void record("goals")}
          small
          title={
            expected === 0 ? "There are no expectations: say what should be, at an arrow or under Tests" : undefined
          }
        >
          Take the board's expectations
        </Button>
        <Button icon="plus" onClick={add} small>
          Goal
        </Button>
      </div>
      {goals.map((goal, at) => (
        <Goal at={at} goal={goal} key={goal.id || at} />
      ))}
      <h4>At the start</h4>
      <Reached what="start" />
    </>
  );
}

function Goal({ goal, at }: { goal: WrittenGoal; at: number }) {
  const goals = useWritten("goals");
  const worlds = useWritten("worlds");
  const path = `goals[${at}]`;
  const [fields, setFields] = useState(() => fieldsOf(goal.item));
  const [opened, setOpened] = useState(false);
  const change = (part: Partial<WrittenGoal>) => write({ goals: changed(goals, at, part) });
  const judge = (now: Fields) => {
    setFields(now);
    change({ item: itemOf({ ...now, name: "" }) });
  };
  const faults = useAuthor(({ held }) =>
    faultsWithin(
      held?.faults ?? [],
      ENDS.map((end) => `${path}.${end}`),
    )
      .map(({ message }) => message)
      .join(" "),
  );
  return (
    <Item
      onRemove={() => write({ goals: without(goals, at) })}
      path={path}
      title={goal.sentence || goal.id || `Goal ${at + 1}`}
      what="this goal"
    >
      <Line
        label="The sentence that the learner reads"
        onChange={(sentence) => change({ sentence })}
        path={`${path}.sentence`}
        placeholder="Nothing reaches the database."
        value={goal.sentence}
      />
      <details open={opened || faults !== ""} onToggle={(event) => setOpened(event.currentTarget.open)}>
        <summary>What is judged</summary>
        <div className="author__expectation">
          <ExpectationFields fields={fields} onChange={judge} />
          <EverField fields={fields} onChange={judge} />
        </div>
        <FieldError text={faults} />
      </details>
      <Choice
        label="Judged in"
        none="the learner's cluster"
        onChange={(world) => change({ world: world || null, hidden: false })}
        options={worlds.map(({ name }) => ({ value: name, label: name }))}
        path={`${path}.world`}
        value={goal.world ?? ""}
      />
      {goal.world === null && (
        <Tick label="Hidden until it fails" onChange={(hidden) => change({ hidden })} value={goal.hidden} />
      )}
    </Item>
  );
}

const ENDS = ["from", "to", "expect", "port", "ports", "ever"];
