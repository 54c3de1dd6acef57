import { type FormEvent, useId, useState } from "react";
import { Button } from "@/panels/parts/Button";
import { Dialog } from "@/panels/parts/Dialog";
import { Field } from "@/panels/parts/Field";
import { RequestError } from "@/sync/rest";
import { say } from "@/texts/workshop";

interface NameDialogProps {
  title: string;
  label: string;
  hint?: string;
  name: string;
  longest: number;
  /** Rejects with `RequestError` when the name is refused. */
  onName: (name: string) => Promise<void>;
  onClose: () => void;
}

/** Another name; one that cannot be is refused at the field. */
export function NameDialog({ title, label, hint, name, longest, onName, onClose }: NameDialogProps) {
  const form = useId();
  const [text, setText] = useState(name);
  const [fault, setFault] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await onName(text);
      onClose();
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      setFault(error.message);
    }
  };
  return (
    <Dialog
      footer={
        <>
          <Button onClick={onClose}>{say.cancel}</Button>
          <Button disabled={text.trim() === ""} form={form} look="primary" type="submit">
            {say.rename}
          </Button>
        </>
      }
      onClose={onClose}
      title={title}
    >
      <form id={form} onSubmit={(event) => void submit(event)}>
        <Field
          autoFocus
          error={fault}
          hint={hint}
          label={label}
          maxLength={longest}
          onChange={({ target }) => {
            setText(target.value);
            setFault(null);
          }}
          value={text}
        />
      </form>
    </Dialog>
  );
}
