import { useState } from "react";
import { Button } from "@/panels/parts/Button";
import { Editable } from "@/panels/parts/Editable";
import { Icon, type IconName } from "@/panels/parts/Icon";
import { Prose } from "@/panels/parts/Prose";
import { select } from "@/store/ui";
import { useBoard } from "@/store/use";
import type { Problem } from "@/wire/messages";
import { reveal } from "../reveal";
import { mend } from "../yaml/findings";
import { IgnoreForm } from "./IgnoreForm";
import { podIds } from "./pod-ids";

const ICONS: Record<Problem["severity"], IconName> = { error: "close", warning: "alert", hint: "question" };

/** One problem: a click shows its line, or its pods; beside it what mends it, and a way to say that it is meant. */
export function ProblemRow({ problem }: { problem: Problem }) {
  const [ignoring, setIgnoring] = useState(false);
  const { severity, message, why, line, ignored, file, fix } = problem;
  return (
    <li className="problems-tab__row">
      <button className="problems-tab__problem" onClick={() => show(problem)} title={why} type="button">
        <span className="problems-tab__severity" data-severity={severity}>
          <Icon name={ICONS[severity]} size={14} />
          {severity}
        </span>
        <span>
          <Prose text={message} /> <span className="problems-tab__id">{problem.id}</span>
          {line !== null && file !== null && <span className="muted"> line {line}</span>}
          <span className="problems-tab__why">{ignored === null ? why : `Ignored: ${ignored}`}</span>
        </span>
      </button>
      {file !== null && ignored === null && (
        <Editable>
          <span className="problems-tab__deeds">
            {fix && <FixButton file={file} fix={fix} />}
            <IgnoreButton file={file} open={() => setIgnoring(!ignoring)} opened={ignoring} />
          </span>
        </Editable>
      )}
      {ignoring && file !== null && <IgnoreForm done={() => setIgnoring(false)} file={file} problem={problem} />}
    </li>
  );
}

function show({ file, line, column, pods }: Problem): void {
  if (file !== null) reveal(file, line, column ?? 1);
  else select(podIds(pods).map((id) => ({ table: "pods", id })));
}

/** While text is being typed, the problem speaks of that text, and the edits would go into the saved one. */
function FixButton({ file, fix }: { file: string; fix: NonNullable<Problem["fix"]> }) {
  const typing = useBoard((state) => state.drafts[file] !== undefined);
  return (
    <Button
      disabled={typing}
      onClick={() => mend(file, fix)}
      small
      title={typing ? "The text is being edited: save it first" : fix.title}
    >
      {fix.title}
    </Button>
  );
}

function IgnoreButton({ file, open, opened }: { file: string; open: () => void; opened: boolean }) {
  const typing = useBoard((state) => state.drafts[file] !== undefined);
  return (
    <Button aria-expanded={opened} disabled={typing} look="quiet" onClick={open} small>
      Ignore…
    </Button>
  );
}
