import { run } from "@/commands/command";
import { commandNamed } from "@/commands/list";
import { placeName } from "@/model/places";
import type { ConnectionRecord } from "@/model/records";
import { Button } from "@/panels/parts/Button";
import { ClosedNote } from "@/panels/parts/ClosedNote";
import { Editable } from "@/panels/parts/Editable";
import { Section } from "@/panels/parts/Section";
import { useBoard, useOffered } from "@/store/use";
import { ConnectionPort } from "./ConnectionPort";
import { Fixes } from "./fixes/Fixes";
import { ShouldBe } from "./ShouldBe";
import { VerdictWhy } from "./VerdictWhy";
import "./connection-why.css";

/** Why an arrow is green, red or undefined: out of the source, into the destination, and the way back. */
export function ConnectionWhy({ connection }: { connection: ConnectionRecord }) {
  const verdict = useBoard((state) => state.verdicts[connection.id]);
  const closed = useBoard((state) => state.closed);
  const fixes = useOffered("fixes");
  const source = useBoard((state) => placeName(state, connection.source));
  const destination = useBoard((state) => placeName(state, connection.destination));
  return (
    <>
      <p className="right-panel__kind">Connection</p>
      <h2 className="why__title">
        {source} <span className="why__arrow">→</span> {destination}{" "}
        <span className="mono">
          {connection.protocol} {connection.port}
        </span>
      </h2>
      {verdict ? <VerdictWhy traced verdict={verdict} /> : closed ? <ClosedNote /> : <Waiting />}
      <ShouldBe connection={connection} />
      {verdict && verdict.allowed !== null && fixes && (
        <Fixes allowed={verdict.allowed} connection={connection} key={String(verdict.allowed)} />
      )}
      <Section title="Port">
        <Editable>
          <ConnectionPort connection={connection} />
        </Editable>
      </Section>
      <div className="right-panel__actions">
        <Editable>
          <Button icon="trash" look="danger" onClick={() => run(commandNamed("delete"))}>
            Delete connection
          </Button>
        </Editable>
      </div>
    </>
  );
}

const Waiting = () => <p className="right-panel__hint">Waiting for the verdict…</p>;
