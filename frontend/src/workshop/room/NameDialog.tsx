import { type FormEvent, useId, useState } from "react";
import { Button } from "@/panels/parts/Button";
import { Dialog } from "@/panels/parts/Dialog";
import { Field } from "@/panels/parts/Field";
import { changeSeat, changeWorkshop } from "@/sync/workshop";
import { say } from "@/texts/workshop-room";
import type { SeatEntry } from "@/wire/messages";

export function RenameRoomDialog({ title, onClose }: { title: string; onClose: () => void }) {
  return (
    <NameDialog
      label={say.title}
      longest={80}
      name={title}
      onClose={onClose}
      onName={(name) => changeWorkshop({ title: name })}
      title={say.renameTheRoom}
    />
  );
}

export function RenameSeatDialog({ seat, onClose }: { seat: SeatEntry; onClose: () => void }) {
  return (
    <NameDialog
      label={say.nickname}
      longest={24}
      name={seat.nickname}
      onClose={onClose}
      onName={(nickname) => changeSeat(seat.id, { nickname })}
      title={say.renameLearner(seat.nickname)}
    />
  );
}

interface NameDialogProps {
  title: string;
  label: string;
  name: string;
  longest: number;
  /** False when the name was refused. */
  onName: (name: string) => Promise<boolean>;
  onClose: () => void;
}

function NameDialog({ title, label, name, longest, onName, onClose }: NameDialogProps) {
  const form = useId();
  const [text, setText] = useState(name);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await onName(text)) onClose();
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
          label={label}
          maxLength={longest}
          onChange={({ target }) => setText(target.value)}
          value={text}
        />
      </form>
    </Dialog>
  );
}
