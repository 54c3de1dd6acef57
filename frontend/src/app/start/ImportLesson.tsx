import { type FormEvent, useId, useState } from "react";
import { Button } from "@/panels/parts/Button";
import { Dialog } from "@/panels/parts/Dialog";
import { Prose } from "@/panels/parts/Prose";
import { makeLesson } from "@/sync/author";
import { RequestError } from "@/sync/rest";
import { say } from "@/texts/start";
import type { Fault } from "@/wire/messages";
import { goTo } from "./boards";
import "./import-lesson.css";

/** Takes a lesson's file, chosen or pasted; a malformed one is answered with every error and its line. */
export function ImportLesson({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState("");
  const [file, setFile] = useState("");
  const [faults, setFaults] = useState<Fault[]>([]);
  const field = useId();
  const change = (now: string, name = "") => {
    setFaults([]);
    setText(now);
    setFile(name);
  };
  const bring = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const { board } = await makeLesson({ text, file });
      if (board) goTo(board);
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      setFaults(error.faults);
    }
  };
  return (
    <Dialog onClose={onClose} title={say.importALesson}>
      <form className="import-lesson" onSubmit={(event) => void bring(event)}>
        <label htmlFor={field}>{say.aLessonsFileChooseOneOr}</label>
        <input
          accept=".yaml,.yml,text/*"
          aria-label={say.chooseAFile}
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            if (chosen) void chosen.text().then((read) => change(read, chosen.name));
          }}
          type="file"
        />
        <textarea
          className="field__input mono"
          id={field}
          onChange={(event) => change(event.target.value)}
          required
          rows={12}
          spellCheck={false}
          value={text}
        />
        {faults.length > 0 && (
          <ul className="import-lesson__faults" role="alert">
            {faults.map((fault) => (
              <li key={`${fault.line} ${fault.column} ${fault.message}`}>
                {fault.line !== null && <b>{say.line(fault.line)} </b>}
                <Prose text={fault.message} />
              </li>
            ))}
          </ul>
        )}
        <div className="import-lesson__deeds">
          <Button onClick={onClose}>{say.cancel}</Button>
          <Button disabled={text.trim() === ""} look="primary" type="submit">
            {say.import}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
