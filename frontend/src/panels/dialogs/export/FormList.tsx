import { useEffect, useRef } from "react";
import { say } from "@/texts/export";
import { FORMS, type Form, GROUPS } from "./forms";

/** What to export the board as: one choice, in groups. The chosen one has the focus when the dialog opens. */
export function FormList({ form, onChange }: { form: Form; onChange: (form: Form) => void }) {
  const list = useRef<HTMLFieldSetElement>(null);
  // The dialog opens after its parts are there, and gives the focus to what asks for it.
  useEffect(() => list.current?.querySelector("input:checked")?.setAttribute("autofocus", ""), []);
  return (
    <fieldset className="export-forms" ref={list}>
      <legend className="visually-hidden">{say.exportAs}</legend>
      {GROUPS.map((group) => (
        <div className="export-forms__group" key={group.kind}>
          <span aria-hidden className="export-forms__title">
            {group.label}
          </span>
          {FORMS.filter(({ kind }) => kind === group.kind).map((words) => (
            <label className="export-forms__form" key={words.form}>
              <input
                checked={words.form === form}
                className="visually-hidden"
                name="export-form"
                onChange={() => onChange(words.form)}
                type="radio"
                value={words.form}
              />
              {words.label}
            </label>
          ))}
        </div>
      ))}
    </fieldset>
  );
}
