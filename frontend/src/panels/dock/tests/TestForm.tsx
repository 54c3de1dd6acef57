import { type FormEvent, useState } from "react";
import { Button } from "@/panels/parts/Button";
import { FieldError } from "@/panels/parts/Field";
import { useSubmit } from "@/panels/parts/use-submit";
import { EndPicker } from "./EndPicker";
import { type Fields, itemOf } from "./item";

const VERBS = [
  { value: "allowed", label: "must reach" },
  { value: "blocked", label: "must not reach" },
  { value: "exactly", label: "must reach on no other port" },
] as const;

/** One expectation in fields: a new one without `id`. */
export function TestForm({ id, start, done }: { id?: string; start: Fields; done: () => void }) {
  const [fields, setFields] = useState(start);
  const { submit, refusal } = useSubmit();
  const change = (part: Partial<Fields>) => setFields((now) => ({ ...now, ...part }));
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const item = itemOf(fields);
    if (await (id ? submit("edit_expectation", { id, item }) : submit("add_expectation", { item }))) done();
  };
  return (
    <form
      aria-label={id ? "Edit expectation" : "New expectation"}
      className="test-form"
      onKeyDown={(event) => event.key === "Escape" && done()}
      onSubmit={(event) => void save(event)}
    >
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
      <label className="test-form__field">
        <span>Name, if you like</span>
        <input
          className="field__input"
          onChange={(event) => change({ name: event.target.value })}
          value={fields.name}
        />
      </label>
      <label className="test-form__ever">
        <input checked={fields.ever} onChange={(event) => change({ ever: event.target.checked })} type="checkbox" />
        also for pods that do not exist yet
      </label>
      <div className="test-form__deeds">
        <Button look="primary" small type="submit">
          {id ? "Save" : "Add expectation"}
        </Button>
        <Button look="quiet" onClick={done} small>
          Cancel
        </Button>
      </div>
      <FieldError text={refusal} />
    </form>
  );
}
