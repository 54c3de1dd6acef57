import { Button, IconButton } from "@/panels/parts/Button";
import { write } from "@/sync/author";
import type { WrittenStep } from "@/wire/messages";
import { Item, Line, Tick } from "./fields";
import { changed, toggled, without } from "./lists";
import { Markdown } from "./Markdown";
import { PredictFields } from "./PredictFields";
import { useWritten } from "./use-manuscript";

const NEW: WrittenStep = { title: "", text: "", goals: [], predict: null };

/** The texts, one idea each, and what ends each step. */
export function StepsPart() {
  const steps = useWritten("steps");
  const goals = useWritten("goals");
  const ids = goals.map(({ id }) => id);
  return (
    <>
      <p>One idea a step. It ends with goals, with a prediction, or when it is read.</p>
      {steps.map((step, at) => {
        const change = (part: Partial<WrittenStep>) => write({ steps: changed(steps, at, part) });
        const path = `steps[${at}]`;
        return (
          <Item
            key={path}
            onRemove={() => write({ steps: without(steps, at) })}
            path={path}
            title={`${at + 1}. ${step.title || "Untitled step"}`}
            what="this step"
          >
            <Line label="Title" onChange={(title) => change({ title })} path={`${path}.title`} value={step.title} />
            <Markdown label="Text" onChange={(text) => change({ text })} path={`${path}.text`} value={step.text} />
            {goals.length > 0 && (
              <fieldset className="author__ticks">
                <legend>Goals that end this step</legend>
                {goals
                  .filter(({ hidden, world }) => !hidden && world === null)
                  .map(({ id, sentence }) => (
                    <Tick
                      key={id}
                      label={sentence || id}
                      onChange={(on) => change({ goals: toggled(step.goals, id, on, ids) })}
                      value={step.goals.includes(id)}
                    />
                  ))}
              </fieldset>
            )}
            <PredictFields onChange={(predict) => change({ predict })} path={`${path}.predict`} value={step.predict} />
            <Order at={at} steps={steps} />
          </Item>
        );
      })}
      <Button icon="plus" onClick={() => write({ steps: [...steps, NEW] })} small>
        Step
      </Button>
    </>
  );
}

function Order({ at, steps }: { at: number; steps: readonly WrittenStep[] }) {
  const move = (to: number) => {
    const rest = without(steps, at);
    const step = steps[at];
    if (step) write({ steps: [...rest.slice(0, to), step, ...rest.slice(to)] });
  };
  return (
    <div className="author__deeds">
      <IconButton disabled={at === 0} icon="up" label="Earlier" look="quiet" onClick={() => move(at - 1)} small />
      <IconButton
        disabled={at === steps.length - 1}
        icon="down"
        label="Later"
        look="quiet"
        onClick={() => move(at + 1)}
        small
      />
    </div>
  );
}
