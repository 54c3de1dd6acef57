import { run } from "@/commands/command";
import { commandNamed } from "@/commands/list";
import { placeName } from "@/model/places";
import type { ConnectionRecord } from "@/model/records";
import { Button } from "@/panels/parts/Button";
import { Editable } from "@/panels/parts/Editable";
import { Icon } from "@/panels/parts/Icon";
import { Prose } from "@/panels/parts/Prose";
import { Section } from "@/panels/parts/Section";
import { signOf, toneOf } from "@/panels/parts/VerdictMark";
import { useBoard } from "@/store/use";
import type { ConnectionVerdict } from "@/wire/messages";
import { ConnectionPort } from "./ConnectionPort";
import { Fixes } from "./fixes/Fixes";
import { ShouldBe } from "./ShouldBe";
import { Trace } from "./trace/Trace";
import { VerdictSteps } from "./VerdictSteps";
import { banner } from "./why";
import "./connection-why.css";

/** Why an arrow is green, red or undefined: out of the source, into the destination, and the way back. */
export function ConnectionWhy({ connection }: { connection: ConnectionRecord }) {
  const verdict = useBoard((state) => state.verdicts[connection.id]);
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
      {verdict ? <Verdict verdict={verdict} /> : <p className="right-panel__hint">Waiting for the verdict…</p>}
      <ShouldBe connection={connection} />
      {verdict && verdict.allowed !== null && (
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

function Verdict({ verdict }: { verdict: ConnectionVerdict }) {
  return (
    <>
      <p className={`why__banner why__banner--${toneOf(verdict.allowed)}`} role="status">
        <span aria-hidden="true" className="why__sign">
          {signOf(verdict.allowed)}
        </span>
        {banner(verdict)}
      </p>
      <Stale />
      <Trace verdict={verdict} />
      <VerdictSteps verdict={verdict} />
      <Notes notes={verdict.notes} />
    </>
  );
}

/** While a policy's text has an error, arrows keep the last good state: say so where the verdict is read. */
function Stale() {
  const broken = useBoard((state) =>
    Object.values(state.drafts)
      .filter(({ text, good }) => text !== null && !good)
      .map(({ policy }) => state.policies[policy]?.name ?? "")
      .join(", "),
  );
  if (!broken) return null;
  return (
    <p className="why__stale">
      <Icon name="alert" size={14} />
      The YAML of {broken} has an error: this is the last good state.
    </p>
  );
}

function Notes({ notes }: { notes: string[] }) {
  if (notes.length === 0) return null;
  return (
    <Section title="Depends on the cluster">
      <ul className="why__notes">
        {notes.map((note) => (
          <li key={note}>
            <Prose text={note} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
