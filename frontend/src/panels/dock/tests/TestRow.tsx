import { useState } from "react";
import type { ExpectationRecord } from "@/model/records";
import { Button, IconButton } from "@/panels/parts/Button";
import { Editable } from "@/panels/parts/Editable";
import { Prose } from "@/panels/parts/Prose";
import { VerdictSteps } from "@/panels/right/VerdictSteps";
import { useExpectations } from "@/store/expectations";
import { select, selectOne, uiStore } from "@/store/ui";
import { sendOrTell } from "@/sync/session";
import type { ExpectationResult } from "@/wire/messages";
import { fieldsOf } from "./item";
import { StatusMark } from "./StatusMark";
import { TestForm } from "./TestForm";

/** One expectation: whether it holds, why not, and what can be done with it. A click selects the arrows it speaks of. */
export function TestRow({ record, at, last }: { record: ExpectationRecord; at: number; last: boolean }) {
  const [opened, setOpened] = useState<"form" | "why" | null>(null);
  const result = useExpectations((state) => state.results[record.id]);
  const toggle = (what: "form" | "why") => setOpened(opened === what ? null : what);
  const title = result?.title ?? "Waiting for its result…";
  return (
    <li className="tests__row">
      <button
        className="tests__test"
        disabled={!result?.connections.length}
        onClick={() => select((result?.connections ?? []).map((id) => ({ table: "connections", id })))}
        title={result?.connections.length ? "Select the arrows that it speaks of" : undefined}
        type="button"
      >
        <StatusMark status={result?.status} />
        <span>
          <span className="tests__title">{title}</span>
          {result && result.title !== result.sentence && <span className="tests__words">{result.sentence}</span>}
          {result?.words && (
            <span className="tests__words">
              <Prose text={result.words} />
            </span>
          )}
        </span>
      </button>
      <span className="tests__deeds">
        {result?.counterexample && (
          <Button aria-expanded={opened === "why"} onClick={() => why(result, () => toggle("why"))} small>
            Why
          </Button>
        )}
        <Editable>
          <IconButton
            icon="up"
            disabled={at === 0}
            label="Move up"
            look="quiet"
            onClick={() => move(record, at - 1)}
            small
          />
          <IconButton
            icon="down"
            disabled={last}
            label="Move down"
            look="quiet"
            onClick={() => move(record, at + 1)}
            small
          />
          <IconButton
            aria-expanded={opened === "form"}
            icon="pencil"
            label="Edit expectation"
            look="quiet"
            onClick={() => toggle("form")}
            small
          />
          <IconButton icon="trash" label="Delete expectation" look="quiet" onClick={() => remove(record)} small />
        </Editable>
      </span>
      {opened === "form" && <TestForm done={() => setOpened(null)} id={record.id} start={fieldsOf(record.item)} />}
      {opened === "why" && result?.counterexample && (
        <div className="tests__why">
          <VerdictSteps verdict={result.counterexample.verdict} />
        </div>
      )}
    </li>
  );
}

/** A counter-example that somebody drew is told where every arrow is told; any other here. */
function why({ counterexample }: ExpectationResult, here: () => void): void {
  const drawn = counterexample?.connection;
  if (drawn) {
    selectOne("connections", drawn);
    uiStore.setState({ rightOpen: true });
  } else {
    here();
  }
}

function move({ id }: ExpectationRecord, to: number): void {
  void sendOrTell("move_expectation", { id, to });
}

function remove({ id }: ExpectationRecord): void {
  void sendOrTell("delete", { ids: [id] });
}
