import { useId } from "react";
import type { Manner } from "../fixes/use-fixes";
import type { Choice } from "./manners";
import "./drawing.css";

interface MannerChoiceProps {
  manner: Manner;
  sides: Choice<Manner["where"]>[];
  widths: Choice<Manner["width"]>[];
  onChange: (manner: Manner) => void;
}

/** Where the policy is written, and whom it names at the other end. */
export function MannerChoice({ manner, sides, widths, onChange }: MannerChoiceProps) {
  return (
    <div className="manner-choice">
      <OneOf choices={sides} label="Where" onChange={(where) => onChange({ ...manner, where })} value={manner.where} />
      <OneOf
        choices={widths}
        label="How wide"
        onChange={(width) => onChange({ ...manner, width })}
        value={manner.width}
      />
    </div>
  );
}

interface OneOfProps<Value extends string> {
  label: string;
  choices: Choice<Value>[];
  value: Value;
  onChange: (value: Value) => void;
}

function OneOf<Value extends string>({ label, choices, value, onChange }: OneOfProps<Value>) {
  const id = useId();
  return (
    <>
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <select
        className="field__input"
        id={id}
        onChange={(event) => onChange(event.target.value as Value)}
        value={value}
      >
        {choices.map((each) => (
          <option key={each.value} value={each.value}>
            {each.words}
          </option>
        ))}
      </select>
    </>
  );
}
