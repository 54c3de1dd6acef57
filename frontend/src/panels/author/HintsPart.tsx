import { Button } from "@/panels/parts/Button";
import { write } from "@/sync/author";
import { Item, Lines, Whole } from "./fields";
import { changed, without } from "./lists";
import { useWritten } from "./use-manuscript";

/** Help that comes by itself after so many tries, or when it is asked for. */
export function HintsPart() {
  const hints = useWritten("hints");
  const next = (hints.at(-1)?.after ?? -1) + 2;
  return (
    <>
      <p>Hints come one after the other: after so many saved texts without success, or when the learner is stuck.</p>
      {hints.map((hint, at) => {
        const path = `hints[${at}]`;
        const change = (part: Partial<typeof hint>) => write({ hints: changed(hints, at, part) });
        return (
          <Item
            key={path}
            onRemove={() => write({ hints: without(hints, at) })}
            path={path}
            title={`Hint ${at + 1}`}
            what="this hint"
          >
            <Whole
              label="After so many tries"
              onChange={(after) => change({ after: after ?? 0 })}
              path={`${path}.after`}
              value={hint.after}
            />
            <Lines
              label="Hint"
              onChange={(text) => change({ text })}
              path={`${path}.text`}
              rows={2}
              value={hint.text}
            />
          </Item>
        );
      })}
      <Button icon="plus" onClick={() => write({ hints: [...hints, { after: next, text: "" }] })} small>
        Hint
      </Button>
    </>
  );
}
