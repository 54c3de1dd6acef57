import { useState } from "react";
import { Busy } from "@/panels/parts/Busy";
import { Field } from "@/panels/parts/Field";
import { useFixed } from "@/panels/parts/Locked";
import { useHalfTyped } from "@/panels/parts/use-half-typed";
import { useSubmit } from "@/panels/parts/use-submit";

type CommittedFieldProps = {
  label: string;
  value: string;
  hint?: string;
  placeholder?: string;
  /** The command's name and its parameters for a typed text. */
  edit: (typed: string) => [string, Record<string, unknown>];
};

/** A field whose text is sent when Enter is pressed or it is left; a refused text stays, with the reason below. */
export function CommittedField({ value, edit, ...field }: CommittedFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const { submit, refusal, clear } = useSubmit();
  useHalfTyped(field.label, typed !== null && typed.trim() !== value ? typed : null);
  const take = async () => {
    if (typed === null || typed.trim() === value) return setTyped(null);
    const [command, params] = edit(typed.trim());
    if (await submit(command, params)) setTyped(null);
  };
  return (
    <Busy fields={[field.label]}>
      <Field
        {...field}
        error={refusal}
        mono
        readOnly={useFixed()}
        onBlur={() => void take()}
        onChange={(event) => {
          setTyped(event.target.value);
          clear();
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") void take();
          if (event.key === "Escape") {
            setTyped(null);
            clear();
          }
        }}
        value={typed ?? value}
      />
    </Busy>
  );
}
