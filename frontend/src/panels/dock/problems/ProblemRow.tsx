import { useState } from "react";
import { Button } from "@/panels/parts/Button";
import { Editable } from "@/panels/parts/Editable";
import { Icon, type IconName } from "@/panels/parts/Icon";
import { Prose } from "@/panels/parts/Prose";
import { select } from "@/store/ui";
import { useBoard } from "@/store/use";
import type { Problem } from "@/wire/messages";
import { reveal } from "../reveal";
import { FixButton } from "./FixButton";
import { IgnoreForm } from "./IgnoreForm";
import { MoreAbout } from "./MoreAbout";
import { podIds } from "./pod-ids";

const ICONS: Record<Problem["severity"], IconName> = { error: "close", warning: "alert", hint: "question" };

/** One problem: a click shows its line, or its pods; beside it what mends it, and a way to say that it is meant. */
export function ProblemRow({ problem }: { problem: Problem }) {
  const [ignoring, setIgnoring] = useState(false);
  const [more, setMore] = useState(false);
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
      <span className="problems-tab__deeds">
        {file !== null && ignored === null && (
          <Editable>
            {fix && <FixButton file={file} fix={fix} />}
            <IgnoreButton file={file} open={() => setIgnoring(!ignoring)} opened={ignoring} />
          </Editable>
        )}
        <Button
          aria-expanded={more}
          aria-label={`What ${problem.id} means`}
          icon="question"
          look="quiet"
          onClick={() => setMore(!more)}
          small
        />
      </span>
      {more && <MoreAbout id={problem.id} />}
      {ignoring && file !== null && <IgnoreForm done={() => setIgnoring(false)} file={file} problem={problem} />}
    </li>
  );
}

function show({ file, line, column, pods }: Problem): void {
  if (file !== null) reveal(file, line, column ?? 1);
  else select(podIds(pods).map((id) => ({ table: "pods", id })));
}

function IgnoreButton({ file, open, opened }: { file: string; open: () => void; opened: boolean }) {
  const broken = useBoard((state) => state.drafts[file]?.good === false);
  return (
    <Button aria-expanded={opened} disabled={broken} look="quiet" onClick={open} small>
      Ignore…
    </Button>
  );
}
