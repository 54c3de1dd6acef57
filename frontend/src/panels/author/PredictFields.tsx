import { FieldError } from "@/panels/parts/Field";
import type { WrittenArrow, WrittenPrediction } from "@/wire/messages";
import { Tick, useFault } from "./fields";
import { Markdown } from "./Markdown";
import { useWritten } from "./use-manuscript";

type PredictProps = {
  path: string;
  value: WrittenPrediction | null;
  onChange: (value: WrittenPrediction | null) => void;
};

/** Whether the step asks to predict, which arrows of the start, and what is said with the answer. */
export function PredictFields({ path, value, onChange }: PredictProps) {
  const { arrows } = useWritten("board");
  const fault = useFault(`${path}.arrows`);
  const begin = (on: boolean) => onChange(on ? { arrows: [...arrows], policies: null, reveal: "" } : null);
  const told = new Set(value?.arrows.map(words));
  const choose = (arrow: WrittenArrow, on: boolean) => {
    if (!value) return;
    const kept = value.arrows.filter((each) => words(each) !== words(arrow));
    onChange({ ...value, arrows: on ? [...kept, arrow] : kept });
  };
  return (
    <>
      <Tick
        label="Predict first: the learner sets colours, then the answer is shown"
        onChange={begin}
        value={value !== null}
      />
      {value && (
        <>
          <fieldset className="author__ticks">
            <legend>Arrows to predict</legend>
            {[...new Map([...arrows, ...value.arrows].map((arrow) => [words(arrow), arrow])).values()].map((arrow) => (
              <Tick
                key={words(arrow)}
                label={words(arrow)}
                onChange={(on) => choose(arrow, on)}
                value={told.has(words(arrow))}
              />
            ))}
          </fieldset>
          <FieldError text={fault} />
          <Markdown
            label="Said with the answer"
            onChange={(reveal) => onChange({ ...value, reveal })}
            path={`${path}.reveal`}
            value={value.reveal}
          />
        </>
      )}
    </>
  );
}

function words({ from, to, protocol, port }: WrittenArrow): string {
  return `${from} → ${to} ${protocol === "TCP" ? "" : `${protocol} `}${port}`;
}
