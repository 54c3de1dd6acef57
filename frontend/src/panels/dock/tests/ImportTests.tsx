import { type FormEvent, useId, useState } from "react";
import { Button } from "@/panels/parts/Button";
import { Prose } from "@/panels/parts/Prose";
import { useSubmit } from "@/panels/parts/use-submit";

/** Takes an expectations file, chosen or pasted; a malformed one is answered with every error and its line. */
export function ImportTests({ done }: { done: () => void }) {
  const [text, setText] = useState("");
  const [replace, setReplace] = useState(false);
  const { submit, faults, clear } = useSubmit();
  const field = useId();
  const bring = async (event: FormEvent) => {
    event.preventDefault();
    if (await submit("import_expectations", { text, replace })) done();
  };
  const change = (now: string) => {
    clear();
    setText(now);
  };
  return (
    <form aria-label="Import expectations" className="test-import" onSubmit={(event) => void bring(event)}>
      <label htmlFor={field}>An expectations file: choose one, or paste its text.</label>
      <input
        accept=".yaml,.yml,.json,text/*"
        aria-label="Choose a file"
        onChange={(event) => void event.target.files?.[0]?.text().then(change)}
        type="file"
      />
      <textarea
        className="field__input mono"
        id={field}
        onChange={(event) => change(event.target.value)}
        placeholder={"expectations:\n- from: prod/web\n  to: prod/db\n  port: 3306\n  expect: blocked"}
        required
        rows={5}
        spellCheck={false}
        value={text}
      />
      {faults.length > 0 && (
        <ul className="test-import__faults" role="alert">
          {faults.map((fault) => (
            <li key={`${fault.line} ${fault.column} ${fault.message}`}>
              {fault.line !== null && <b>Line {fault.line}: </b>}
              <Prose text={fault.message} />
            </li>
          ))}
        </ul>
      )}
      <div className="test-form__deeds">
        <Button disabled={text.trim() === ""} look="primary" small type="submit">
          Import
        </Button>
        <Button look="quiet" onClick={done} small>
          Cancel
        </Button>
        <label className="test-form__ever">
          <input checked={replace} onChange={(event) => setReplace(event.target.checked)} type="checkbox" />
          in place of those that are here
        </label>
      </div>
    </form>
  );
}
