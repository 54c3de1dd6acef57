import { EndPicker } from "./EndPicker";
import type { Fields } from "./item";
import "./tests-tab.css";

const VERBS = [
  { value: "allowed", label: "must reach" },
  { value: "blocked", label: "must not reach" },
  { value: "exactly", label: "must reach on no other port" },
] as const;

type ExpectationFieldsProps = { fields: Fields; onChange: (fields: Fields) => void };

/** What an expectation says: from where, to where, on which ports. */
export function ExpectationFields({ fields, onChange }: ExpectationFieldsProps) {
  const change = (part: Partial<Fields>) => onChange({ ...fields, ...part });
  return (
    <>
      <EndPicker legend="From" onChange={(from) => change({ from })} value={fields.from} />
      <label className="test-form__field">
        <span>Expect</span>
        <select
          aria-label="Expect"
          className="field__input"
          onChange={(event) => change({ expect: event.target.value as Fields["expect"] })}
          value={fields.expect}
        >
          {VERBS.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <EndPicker legend="To" onChange={(to) => change({ to })} value={fields.to} />
      <label className="test-form__field">
        <span>Ports</span>
        <input
          className="field__input mono"
          onChange={(event) => change({ ports: event.target.value })}
          placeholder={fields.expect === "blocked" ? "every port" : "those it declares"}
          required={fields.expect === "exactly"}
          title="3306, UDP/53, 8000-8100, TCP for every port of it, or all"
          value={fields.ports}
        />
      </label>
    </>
  );
}

/** Whether it is also about pods to come. */
export function EverField({ fields, onChange }: ExpectationFieldsProps) {
  return (
    <label className="test-form__ever">
      <input
        checked={fields.ever}
        onChange={(event) => onChange({ ...fields, ever: event.target.checked })}
        type="checkbox"
      />
      also for pods that do not exist yet
    </label>
  );
}
