import { type FormEvent, useState } from "react";
import { Button } from "@/panels/parts/Button";
import { Dialog } from "@/panels/parts/Dialog";
import { Field } from "@/panels/parts/Field";
import { RequestError } from "@/sync/rest";
import { renameSeat } from "@/sync/workshop";
import { say } from "@/texts/workshop-seat";

/** Another nickname; one that somebody has already is refused at the field. */
export function MyNameDialog({ nickname, onClose }: { nickname: string; onClose: () => void }) {
  const [text, setText] = useState(nickname);
  const [fault, setFault] = useState<string | null>(null);
  const rename = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await renameSeat(text);
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
          <Button disabled={text.trim() === ""} form="my-name" look="primary" type="submit">
            {say.change}
          </Button>
        </>
      }
      onClose={onClose}
      title={say.changeYourNickname}
    >
      <form id="my-name" onSubmit={(event) => void rename(event)}>
        <Field
          autoFocus
          error={fault}
          hint={say.theInstructorSeesItOtherLearners}
          label={say.nickname}
          maxLength={24}
          onChange={({ target }) => setText(target.value)}
          value={text}
        />
      </form>
    </Dialog>
  );
}
