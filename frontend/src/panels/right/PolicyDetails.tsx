import { run } from "@/commands/command";
import { commandNamed } from "@/commands/list";
import type { PolicyRecord } from "@/model/records";
import { Button } from "@/panels/parts/Button";
import { PolicyForm } from "@/panels/policy-form/PolicyForm";
import { openPolicy } from "@/store/ui";
import { useReadOnly } from "@/store/use";
import "./rows.css";

/** A policy as a form; the same policy stands as YAML below the canvas. */
export function PolicyDetails({ policy }: { policy: PolicyRecord }) {
  const readOnly = useReadOnly();
  return (
    <>
      <p className="right-panel__kind">Policy</p>
      <h2 className="right-panel__title">{policy.name}</h2>
      <PolicyForm policy={policy} />
      <div className="right-panel__actions">
        <Button icon={readOnly ? "open" : "pencil"} onClick={() => openPolicy(policy.id)}>
          {readOnly ? "Show the YAML" : "Edit the YAML"}
        </Button>
        {!readOnly && (
          <Button icon="trash" look="danger" onClick={() => run(commandNamed("delete"))}>
            Delete policy
          </Button>
        )}
      </div>
    </>
  );
}
