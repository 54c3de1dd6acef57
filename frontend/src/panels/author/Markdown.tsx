import { useEffect, useState } from "react";
import { LessonText } from "@/panels/lesson/LessonText";
import { Button } from "@/panels/parts/Button";
import { Prose } from "@/panels/parts/Prose";
import { boardStore } from "@/store/board";
import { preview } from "@/sync/author";
import { RequestError } from "@/sync/rest";
import type { PreviewedText } from "@/wire/messages";
import { Lines } from "./fields";

const PAUSE_MS = 350;
/** A block to begin with: one policy of the board's first namespace. */
function picture(): string {
  const [first] = Object.values(boardStore.getState().namespaces);
  const lines = [
    "```canvas",
    "apiVersion: networking.k8s.io/v1",
    "kind: NetworkPolicy",
    `metadata: {name: example, namespace: ${first?.name ?? "default"}}`,
    "spec:",
    "  podSelector: {}",
    "```",
  ];
  return `\n${lines.join("\n")}\n`;
}

type MarkdownProps = { label: string; path: string; value: string; onChange: (value: string) => void };

/** A text with, below it, what a learner will see of it. */
export function Markdown({ label, path, value, onChange }: MarkdownProps) {
  const [shown, setShown] = useState<PreviewedText | null>(null);
  useEffect(() => {
    if (value.trim() === "") {
      setShown(null);
      return;
    }
    let over = false;
    const timer = setTimeout(() => {
      preview(value).then(
        (found) => !over && setShown(found),
        (error: unknown) => {
          if (!(error instanceof RequestError)) throw error;
          if (!over) setShown({ parts: [], faults: error.faults });
        },
      );
    }, PAUSE_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [value]);
  return (
    <div className="author__markdown">
      <Lines
        hint="Markdown. A block ```canvas with policies becomes a picture of the board."
        label={label}
        onChange={onChange}
        path={path}
        rows={5}
        value={value}
      />
      <Button look="quiet" onClick={() => onChange(`${value.trimEnd()}\n${picture()}`)} small>
        Add a picture of the canvas
      </Button>
      {shown && (
        <section aria-label={`${label} as the learner sees it`} className="author__preview">
          {shown.faults.map((fault) => (
            <p className="field__error" key={fault.message}>
              <Prose text={fault.message} />
            </p>
          ))}
          <LessonText parts={shown.parts} />
        </section>
      )}
    </div>
  );
}
