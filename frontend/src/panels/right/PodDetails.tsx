import { run } from "@/commands/command";
import { commandNamed } from "@/commands/list";
import type { PodRecord } from "@/model/records";
import { usePolicyFacts } from "@/panels/facts/use-policies";
import { Button } from "@/panels/parts/Button";
import { ClosedNote } from "@/panels/parts/ClosedNote";
import { Editable } from "@/panels/parts/Editable";
import { LockedNote } from "@/panels/parts/Locked";
import { Section } from "@/panels/parts/Section";
import { selectOne } from "@/store/ui";
import { useBoard } from "@/store/use";
import { Arrows } from "./Arrows";
import { Beside } from "./Beside";
import { CommittedField } from "./CommittedField";
import { LabelsEditor } from "./LabelsEditor";
import { NameTitle } from "./NameTitle";
import { PolicyRows } from "./PolicyRows";
import { PortsEditor } from "./PortsEditor";
import { Replicas } from "./Replicas";
import { TakenOver } from "./TakenOver";

const OPEN = "No policy selects this pod: it accepts and sends everything.";

export function PodDetails({ pod }: { pod: PodRecord }) {
  const namespace = useBoard((state) => state.namespaces[pod.namespace]?.name ?? "?");
  const closed = useBoard((state) => state.closed);
  const policies = usePolicyFacts().filter(({ pods }) => pods?.some(({ id }) => id === pod.id));
  return (
    <>
      <NameTitle command="edit_pod" id={pod.id} kind="Pod" name={pod.name} />
      <p className="right-panel__hint">
        in the namespace{" "}
        <button className="right-panel__link" onClick={() => selectOne("namespaces", pod.namespace)} type="button">
          {namespace}
        </button>
        {pod.host_network && ", on the host network"}
      </p>
      <LockedNote />
      <Section title="Labels">
        <Editable>
          <LabelsEditor command="edit_pod" id={pod.id} labels={pod.labels} />
        </Editable>
      </Section>
      <Section title="Replicas">
        <Replicas pod={pod} />
      </Section>
      <Section title="Isolated by">{closed ? <ClosedNote /> : <PolicyRows none={OPEN} policies={policies} />}</Section>
      <Arrows end={pod.id} />
      <TakenOver id={pod.id} key={pod.id} />
      <Section title="Ports it declares">
        <Editable>
          <PortsEditor pod={pod} />
        </Editable>
      </Section>
      <Section title="Address">
        <CommittedField
          edit={(typed) => ["edit_pod", { id: pod.id, addresses: typed.split(/[\s,]+/).filter(Boolean) }]}
          hint="Counts where a policy names addresses. One IPv4 and one IPv6 address at most."
          label="IP addresses"
          placeholder="none"
          value={pod.addresses.join(", ")}
        />
      </Section>
      <div className="right-panel__actions">
        <Beside id={pod.id} policy />
        <Editable>
          <Button icon="trash" look="danger" onClick={() => run(commandNamed("delete"))}>
            Delete pod
          </Button>
        </Editable>
      </div>
    </>
  );
}
