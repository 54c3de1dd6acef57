import { Icon, type IconName } from "./Icon";
import "./segmented.css";

type Option<Value extends string> = { value: Value; label: string; icon?: IconName };

/** One choice out of a few, all in view: radio buttons that look like a switch. With icons, labels become tooltips. */
export function Segmented<Value extends string>({
  name,
  legend,
  options,
  value,
  onChange,
}: {
  name: string;
  legend: string;
  options: readonly Option<Value>[];
  value: Value;
  onChange: (value: Value) => void;
}) {
  return (
    <fieldset className="segmented">
      <legend className="visually-hidden">{legend}</legend>
      {options.map((option) => (
        <label className="segmented__option" key={option.value} title={option.icon && option.label}>
          <input
            checked={option.value === value}
            className="visually-hidden"
            name={name}
            onChange={() => onChange(option.value)}
            type="radio"
            value={option.value}
          />
          {option.icon ? <Icon name={option.icon} size={15} /> : null}
          <span className={option.icon && "visually-hidden"}>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
