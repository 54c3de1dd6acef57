import { type FormEvent, useState } from "react";
import { Button } from "@/panels/parts/Button";
import { FieldError } from "@/panels/parts/Field";
import { messageOf } from "@/panels/parts/use-submit";
import { say } from "@/texts/policy-form";
import type { PolicyEdit } from "@/wire/messages";
import { Suggested } from "./Choices";
import { useForm } from "./form-state";

type PairEditorProps = {
  noun: string;
  old: readonly [string, string] | null;
  edits: (key: string, value: string) => PolicyEdit[];
  done: () => void;
};

/** A key and its value. */
export function PairEditor({ noun, old, edits, done }: PairEditorProps) {
  const { edit } = useForm();
  const [key, setKey] = useState(old?.[0] ?? "");
  const [value, setValue] = useState(old?.[1] ?? "");
  const [refusal, setRefusal] = useState<string | null>(null);
  const take = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = key.trim() ? messageOf(await edit(edits(key.trim(), value.trim()))) : say.writeTheSKey(noun);
    if (wrong === null) done();
    else setRefusal(wrong);
  };
  return (
    <form className="small-form" onSubmit={(event) => void take(event)}>
      <Suggested
        autoFocus
        label={say.keyOfThe(noun)}
        onChange={(event) => setKey(event.target.value)}
        placeholder="key"
        value={key}
      />
      <Suggested
        label={say.valueOfThe(noun)}
        onChange={(event) => setValue(event.target.value)}
        placeholder="value"
        value={value}
      />
      <FieldError text={refusal} />
      <div className="small-form__foot">
        <Button look="primary" small type="submit">
          {old ? say.change2 : say.add}
        </Button>
        <Button look="quiet" onClick={done} small>
          {say.cancel}
        </Button>
      </div>
    </form>
  );
}
