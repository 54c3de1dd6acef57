import { run } from "@/commands/command";
import { commandNamed } from "@/commands/list";
import type { HostRecord } from "@/model/records";
import { Button } from "@/panels/parts/Button";
import { Editable } from "@/panels/parts/Editable";
import { LockedNote } from "@/panels/parts/Locked";
import { Section } from "@/panels/parts/Section";
import { Arrows } from "./Arrows";
import { Beside } from "./Beside";
import { CommittedField } from "./CommittedField";
import { NameTitle } from "./NameTitle";

export function HostDetails({ host }: { host: HostRecord }) {
  return (
    <>
      <NameTitle command="edit_host" id={host.id} kind="Outside the cluster" name={host.name} />
      <p className="right-panel__hint">A policy reaches it by ipBlock alone; it has no labels.</p>
      <LockedNote />
      <Section title="Address">
        <CommittedField
          edit={(typed) => ["edit_host", { id: host.id, address: typed }]}
          label="IP address"
          value={host.address}
        />
      </Section>
      <Arrows end={host.id} />
      <div className="right-panel__actions">
        <Beside id={host.id} />
        <Editable>
          <Button icon="trash" look="danger" onClick={() => run(commandNamed("delete"))}>
            Delete host
          </Button>
        </Editable>
      </div>
    </>
  );
}
