import { type FormEvent, useState } from "react";
import type { Labels } from "@/model/records";
import { Busy } from "@/panels/parts/Busy";
import { FieldError } from "@/panels/parts/Field";
import { Icon } from "@/panels/parts/Icon";
import { useHalfTyped } from "@/panels/parts/use-half-typed";
import { useSubmit } from "@/panels/parts/use-submit";
import { readLabel } from "./label-text";
import "./labels-editor.css";

type LabelsEditorProps = {
  /** The object whose labels these are, and the command that changes it. */
  id: string;
  command: string;
  labels: Labels;
  /** Labels that the cluster sets itself: shown, never edited. */
  automatic?: Labels;
};

/** Labels as chips: a click edits one, the cross takes it off, the field adds one. The server says what it refuses. */
export function LabelsEditor({ id, command, labels, automatic = {} }: LabelsEditorProps) {
  const [typed, setTyped] = useState("");
  const [edited, setEdited] = useState<string | null>(null);
  const [mistake, setMistake] = useState<string | null>(null);
  const { submit, refusal, clear } = useSubmit();
  useHalfTyped("Labels", typed);
  const error = mistake ?? refusal;
  const change = (next: Labels) => submit(command, { id, labels: next });
  const own = Object.entries(labels).filter(([key]) => !(key in automatic));

  const reset = () => {
    setTyped("");
    setEdited(null);
    setMistake(null);
    clear();
  };
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const pair = readLabel(typed);
    if (!pair) return setMistake(typed.trim() ? "Write a label as key=value." : null);
    const kept = own.filter(([key]) => key !== edited && key !== pair.key);
    if (await change(Object.fromEntries([...kept, [pair.key, pair.value]]))) reset();
  };
  const edit = (key: string) => {
    reset();
    setEdited(key);
    setTyped(`${key}=${labels[key] ?? ""}`);
  };

  return (
    <form className="labels-editor" onSubmit={(event) => void add(event)}>
      <ul className="labels-editor__chips">
        {Object.entries(automatic).map(([key, value]) => (
          <li
            className="labels-editor__chip labels-editor__chip--automatic"
            key={key}
            title="Set by the cluster itself"
          >
            <Icon name="lock" size={11} />
            <span className="ellipsis">
              {key}={value}
            </span>
          </li>
        ))}
        {own.map(([key, value]) => (
          <li className="labels-editor__chip" data-edited={key === edited} key={key}>
            <button
              className="labels-editor__pair ellipsis"
              onClick={() => edit(key)}
              title={`${key}=${value}`}
              type="button"
            >
              {key}={value}
            </button>
            <button
              aria-label={`Remove the label ${key}=${value}`}
              className="labels-editor__remove"
              onClick={() => void change(Object.fromEntries(own.filter(([other]) => other !== key)))}
              type="button"
            >
              <Icon name="close" size={11} />
            </button>
          </li>
        ))}
      </ul>
      <Busy fields={["Label ", "New label"]}>
        <div className="labels-editor__add">
          <input
            aria-describedby={`labels-error-${id}`}
            aria-invalid={error ? true : undefined}
            aria-label={edited ? `Label ${edited}` : "New label, as key=value"}
            className="field__input mono"
            onChange={(event) => {
              setTyped(event.target.value);
              setMistake(null);
              clear();
            }}
            onKeyDown={(event) => event.key === "Escape" && reset()}
            placeholder="key=value"
            spellCheck={false}
            value={typed}
          />
          <button className="button button--plain" disabled={!typed.trim()} type="submit">
            {edited ? "Change" : "Add"}
          </button>
        </div>
      </Busy>
      <FieldError id={`labels-error-${id}`} text={error} />
    </form>
  );
}
