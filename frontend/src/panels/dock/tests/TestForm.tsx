import { type FormEvent, useState } from "react";
import { Button } from "@/panels/parts/Button";
import { FieldError } from "@/panels/parts/Field";
import { useSubmit } from "@/panels/parts/use-submit";
import { EverField, ExpectationFields } from "./ExpectationFields";
import { type Fields, itemOf } from "./item";

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
      <ExpectationFields fields={fields} onChange={setFields} />
      <label className="test-form__field">
        <span>Name, if you like</span>
        <input
          className="field__input"
          onChange={(event) => change({ name: event.target.value })}
          value={fields.name}
        />
      </label>
      <EverField fields={fields} onChange={setFields} />
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
