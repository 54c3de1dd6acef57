import { run } from "@/commands/command";
import { commandNamed } from "@/commands/list";
import type { PolicyRecord } from "@/model/records";
import { usePolicyFacts } from "@/panels/facts/use-policies";
import { counted } from "@/panels/left/outline-tree";
import { Button } from "@/panels/parts/Button";
import { Icon } from "@/panels/parts/Icon";
import { Section } from "@/panels/parts/Section";
import { openPolicy, selectOne } from "@/store/ui";
import { useReadOnly } from "@/store/use";
import { ways } from "./PolicyRows";
import "./rows.css";

export function PolicyDetails({ policy }: { policy: PolicyRecord }) {
  const facts = usePolicyFacts().find((each) => each.policy.id === policy.id);
  const readOnly = useReadOnly();
  return (
    <>
      <p className="right-panel__kind">Policy</p>
      <h2 className="right-panel__title">{policy.name}</h2>
      <p className="right-panel__hint">in the namespace {policy.namespace}. Its name stands in its YAML.</p>
      <Section title="Selects">
        {facts?.pods ? (
          <>
            <p>
              <code>{facts.selector}</code>
            </p>
            <p className="rows__none">
              {facts.pods.length === 0
                ? "No pod of the namespace matches, so it isolates nobody."
                : `${counted(facts.pods.length, "pod")}, isolated for ${ways(facts)}`}
            </p>
            <ul className="rows">
              {facts.pods.map((pod) => (
                <li key={pod.id}>
                  <button className="rows__row" onClick={() => selectOne("pods", pod.id)} type="button">
                    <Icon name="pod" size={15} />
                    <span className="rows__name ellipsis">{pod.name}</span>
                  </button>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p className="rows__none">Its YAML cannot be read just now.</p>
        )}
      </Section>
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
