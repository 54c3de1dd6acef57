import { Icon } from "@/panels/parts/Icon";
import { Prose } from "@/panels/parts/Prose";
import { Section } from "@/panels/parts/Section";
import { signOf, toneOf } from "@/panels/parts/VerdictMark";
import { useBoard } from "@/store/use";
import type { ConnectionVerdict } from "@/wire/messages";
import { Trace } from "./trace/Trace";
import { VerdictSteps } from "./VerdictSteps";
import { banner } from "./why";

/** The verdict with all of its reasons. `traced`: an arrow is there along which a packet can be played. */
export function VerdictWhy({ verdict, traced = false }: { verdict: ConnectionVerdict; traced?: boolean }) {
  return (
    <>
      <p className={`why__banner why__banner--${toneOf(verdict.allowed)}`} role="status">
        <span aria-hidden="true" className="why__sign">
          {signOf(verdict.allowed)}
        </span>
        {banner(verdict)}
      </p>
      <Stale />
      {traced && <Trace verdict={verdict} />}
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
