import { useState } from "react";
import { Button } from "@/panels/parts/Button";
import { Editable } from "@/panels/parts/Editable";
import { useBoard } from "@/store/use";
import { sendOrTell } from "@/sync/session";
import { ImportTests } from "./ImportTests";
import { NEW } from "./item";
import { TestForm } from "./TestForm";
import { TestRow } from "./TestRow";
import { useListed } from "./use-tests";
import "./tests-tab.css";

/** What must reach what and what must never, judged live. */
export function TestsTab() {
  const [opened, setOpened] = useState<"add" | "import" | null>(null);
  const board = useBoard((state) => state.board?.id);
  const listed = useListed();
  const close = () => setOpened(null);
  return (
    <div className="tests">
      <div className="tests__head">
        <Editable>
          <Button aria-expanded={opened === "add"} icon="plus" onClick={() => setOpened("add")} small>
            Expectation
          </Button>
          <Button
            onClick={() => void sendOrTell("pin_expectations", {})}
            small
            title="One expectation for every pair of workloads"
          >
            Pin what is true now
          </Button>
          <Button
            aria-expanded={opened === "import"}
            icon="upload"
            look="quiet"
            onClick={() => setOpened("import")}
            small
          >
            Import file…
          </Button>
        </Editable>
        {listed.length > 0 && (
          <a
            className="button button--quiet button--small"
            download="expectations.yaml"
            href={`/api/v1/boards/${board}/expectations/file/`}
            title="A file for netpol test"
          >
            Export file
          </a>
        )}
      </div>
      {opened === "add" && <TestForm done={close} start={NEW} />}
      {opened === "import" && <ImportTests done={close} />}
      {listed.length === 0 && opened === null && (
        <p className="dock__empty">
          Say what must reach what, and what must never. Each is judged after every change, for you and for everybody
          here.
        </p>
      )}
      <ol className="tests__list">
        {listed.map((record, at) => (
          <TestRow at={at} key={record.id} last={at === listed.length - 1} record={record} />
        ))}
      </ol>
    </div>
  );
}
