import { type FormEvent, useId, useState } from "react";
import { Button } from "@/panels/parts/Button";
import { boardStore } from "@/store/board";
import { sendOrTell } from "@/sync/session";
import type { Problem } from "@/wire/messages";
import { standing } from "../yaml/findings";
import { withComment } from "./ignoring";

/** Asks why a problem stays, and keeps the answer as a comment in the policy's YAML. */
export function IgnoreForm({ problem, file, done }: { problem: Problem; file: string; done: () => void }) {
  const [reason, setReason] = useState("");
  const field = useId();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // What is being typed is what the line numbers count in: it is saved first.
    await standing(file);
    const held = boardStore.getState().policies[file];
    if (!held || reason.trim() === "") return;
    const text = withComment(held.text, problem.line ?? 1, problem.id, reason);
    if (await sendOrTell("edit_policy", { id: file, text, base: held.text })) done();
  };
  return (
    <form className="problems-tab__ignore" onSubmit={(event) => void submit(event)}>
      <label htmlFor={field}>Why is this meant?</label>
      <input
        autoComplete="off"
        id={field}
        maxLength={200}
        onChange={(event) => setReason(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && done()}
        required
        value={reason}
      />
      <Button disabled={reason.trim() === ""} look="primary" small type="submit">
        Ignore here
      </Button>
      <Button look="quiet" onClick={done} small>
        Cancel
      </Button>
    </form>
  );
}
