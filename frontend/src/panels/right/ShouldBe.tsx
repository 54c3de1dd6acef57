import type { ConnectionRecord, ExpectationRecord } from "@/model/records";
import { expectedPlace } from "@/panels/dock/tests/places";
import { StatusMark } from "@/panels/dock/tests/StatusMark";
import { Section } from "@/panels/parts/Section";
import { Segmented } from "@/panels/parts/Segmented";
import { useExpectations } from "@/store/expectations";
import { uiStore } from "@/store/ui";
import { useBoard, useReadOnly } from "@/store/use";
import { sendOrTell } from "@/sync/session";
import "./should-be.css";

const CHOICES = [
  { value: "allowed", label: "Allowed" },
  { value: "blocked", label: "Blocked" },
  { value: "unsaid", label: "Not said" },
] as const;
type Choice = (typeof CHOICES)[number]["value"];

/** What is expected of an arrow: said here in one click, and by whatever other expectations speak of it. */
export function ShouldBe({ connection }: { connection: ConnectionRecord }) {
  const item = useBoard((state) => JSON.stringify(itemOf(state, connection)));
  const held = useBoard((state) => Object.values(state.expectations).find((one) => saysOf(one) === item));
  const readOnly = useReadOnly();
  const results = useExpectations((state) => state.results);
  const others = Object.values(results).filter(
    ({ id, connections }) => connections.includes(connection.id) && id !== held?.id,
  );
  const value = (held?.item.expect as Choice | undefined) ?? "unsaid";
  const choose = (choice: Choice) => {
    const wanted = { ...(JSON.parse(item) as object), expect: choice };
    if (choice === "unsaid") void (held && sendOrTell("delete", { ids: [held.id] }));
    else if (held) void sendOrTell("edit_expectation", { id: held.id, item: { ...held.item, expect: choice } });
    else void sendOrTell("add_expectation", { item: wanted });
  };
  const mine = held && results[held.id];
  return (
    <Section title="This should be">
      <fieldset className="should-be__choice" disabled={readOnly}>
        <Segmented legend="This should be" name="should-be" onChange={choose} options={CHOICES} value={value} />
        {held && <StatusMark status={mine?.status} />}
      </fieldset>
      {others.map(({ id, title, status }) => (
        <button className="should-be__other" key={id} onClick={showTests} title="Show the tests" type="button">
          <StatusMark status={status} />
          <span>{title}</span>
        </button>
      ))}
    </Section>
  );
}

function showTests(): void {
  uiStore.setState({ dockTab: "tests", dockOpen: true });
}

type Places = Parameters<typeof expectedPlace>[0];

/** What the arrow's own expectation says, but for what is expected. */
function itemOf(tables: Places, { source, destination, protocol, port }: ConnectionRecord) {
  return {
    from: expectedPlace(tables, source),
    to: expectedPlace(tables, destination),
    ports: [protocol === "TCP" ? port : `${protocol}/${port}`],
  };
}

/** The same of an expectation; one that speaks of pods to come, or of more, is another. */
function saysOf({ item }: ExpectationRecord): string {
  const { name: _name, expect, from, to, ports, ...rest } = item;
  return Object.keys(rest).length > 0 || expect === "exactly" ? "" : JSON.stringify({ from, to, ports });
}
