import { useEffect, useRef } from "react";
import { Button } from "@/panels/parts/Button";
import { Icon } from "@/panels/parts/Icon";
import { say } from "@/texts/policy-form";

type WideningProps = { words: string; choices: { label: string; act: () => void }[]; keep: () => void };

/** Asks before something empty would come to mean everything. */
export function Widening({ words, choices, keep }: WideningProps) {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <fieldset className="widening">
      <legend className="visually-hidden">{words}</legend>
      <p>
        <Icon name="alert" size={14} />
        <span>{words}</span>
      </p>
      <div className="widening__answers">
        <Button onClick={keep} ref={first} small>
          {say.keepIt}
        </Button>
        {choices.map(({ label, act }) => (
          <Button key={label} look="danger" onClick={act} small>
            {label}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
