import { type ReactNode, useId, useState } from "react";
import { Field } from "@/panels/parts/Field";
import { messageOf } from "@/panels/parts/use-submit";
import type { PolicyEdit } from "@/wire/messages";
import { useForm } from "./form-state";

type CommittedTextProps = {
  label: string;
  /** The label for screen readers, where the visible one says too little. */
  name?: string;
  value: string;
  hint?: ReactNode;
  choices?: readonly string[];
  placeholder?: string;
  edits: (typed: string) => PolicyEdit[];
  mistake?: (typed: string) => string | null;
};

/** A field that is taken with Enter or when it is left; Esc leaves it as it was. A refused text stays, with why. */
export function CommittedText({ name, value, choices, edits, mistake, ...field }: CommittedTextProps) {
  const { edit, fixed } = useForm();
  const [typed, setTyped] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const list = useId();
  const leave = () => {
    setTyped(null);
    setRefusal(null);
  };
  const take = async () => {
    const wanted = typed?.trim();
    if (wanted === undefined || wanted === value) return leave();
    const wrong = mistake?.(wanted) ?? messageOf(await edit(edits(wanted)));
    if (wrong === null) leave();
    else setRefusal(wrong);
  };
  return (
    <>
      <Field
        {...field}
        aria-label={name}
        error={refusal}
        list={choices?.length ? list : undefined}
        mono
        onBlur={() => void take()}
        onChange={(event) => {
          setTyped(event.target.value);
          setRefusal(null);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") void take();
          if (event.key === "Escape") leave();
        }}
        readOnly={fixed}
        value={typed ?? value}
      />
      {choices && choices.length > 0 && (
        <datalist id={list}>
          {choices.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      )}
    </>
  );
}
