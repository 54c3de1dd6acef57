import { type FormEvent, useState } from "react";
import { Button } from "@/panels/parts/Button";
import { FieldError } from "@/panels/parts/Field";
import { messageOf } from "@/panels/parts/use-submit";
import { say } from "@/texts/policy-form";
import type { Fault, PolicyEdit } from "@/wire/messages";
import { Suggested } from "./Choices";
import { useForm } from "./form-state";

type TextEditorProps = {
  label: string;
  value: string;
  placeholder?: string;
  choices?: readonly string[];
  edits: (typed: string) => PolicyEdit[];
  /** Why a text cannot be sent; null when it can. */
  mistake?: (typed: string) => string | null;
  done: () => void;
};

/** One text, taken with Enter. */
export function TextEditor({ label, value, placeholder, choices, edits, mistake, done }: TextEditorProps) {
  const { edit } = useForm();
  const [typed, setTyped] = useState(value);
  const [refusal, setRefusal] = useState<string | null>(null);
  const take = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = typed.trim() === "" ? say.writeAValue : (mistake?.(typed.trim()) ?? null);
    const faults: Fault[] = wrong === null ? await edit(edits(typed.trim())) : [];
    if (wrong === null && faults.length === 0) done();
    else setRefusal(wrong ?? messageOf(faults));
  };
  return (
    <form className="small-form" onSubmit={(event) => void take(event)}>
      <Suggested
        aria-invalid={refusal ? true : undefined}
        autoFocus
        choices={choices}
        label={label}
        onChange={(event) => setTyped(event.target.value)}
        placeholder={placeholder}
        value={typed}
      />
      <FieldError text={refusal} />
      <div className="small-form__foot">
        <Button look="primary" small type="submit">
          {value ? say.change2 : say.add}
        </Button>
        <Button look="quiet" onClick={done} small>
          {say.cancel}
        </Button>
      </div>
    </form>
  );
}
