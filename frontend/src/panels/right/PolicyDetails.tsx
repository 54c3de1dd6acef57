import { run } from "@/commands/command";
import { commandNamed } from "@/commands/list";
import type { PolicyRecord } from "@/model/records";
import { Button } from "@/panels/parts/Button";
import { ClosedNote } from "@/panels/parts/ClosedNote";
import { Locked, LockedNote, useFixed } from "@/panels/parts/Locked";
import { PolicyForm } from "@/panels/policy-form/PolicyForm";
import { openPolicy } from "@/store/ui";
import { useBoard, useOffered, useWhyLocked } from "@/store/use";
import "./rows.css";

/** A policy as a form; the same policy stands as YAML below the canvas. */
export function PolicyDetails({ policy }: { policy: PolicyRecord }) {
  return (
    <Locked reason={useWhyLocked("policies", `${policy.namespace}/${policy.name}`)}>
      <p className="right-panel__kind">Policy</p>
      <h2 className="right-panel__title">{policy.name}</h2>
      <LockedNote />
      <Body policy={policy} />
      <Deeds policy={policy} />
    </Locked>
  );
}

/** The form says in words what a policy means, which a learner may be asked to predict. */
function Body({ policy }: { policy: PolicyRecord }) {
  const closed = useBoard((state) => state.closed);
  const offered = useOffered("form");
  if (closed) return <ClosedNote />;
  if (offered) return <PolicyForm policy={policy} />;
  return <p className="right-panel__hint">This lesson is done without the form of a policy.</p>;
}

function Deeds({ policy }: { policy: PolicyRecord }) {
  const fixed = useFixed();
  const yaml = useOffered("yaml");
  return (
    <div className="right-panel__actions">
      {yaml && (
        <Button icon={fixed ? "open" : "pencil"} onClick={() => openPolicy(policy.id)}>
          {fixed ? "Show the YAML" : "Edit the YAML"}
        </Button>
      )}
      {!fixed && (
        <Button icon="trash" look="danger" onClick={() => run(commandNamed("delete"))}>
          Delete policy
        </Button>
      )}
    </div>
  );
}
