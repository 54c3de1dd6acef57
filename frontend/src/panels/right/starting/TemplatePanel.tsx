import { type FormEvent, useEffect, useMemo, useState } from "react";
import { newId } from "@/model/ids";
import { freeName, POLICY_TEMPLATES, type PolicyTemplate } from "@/panels/left/policy-templates";
import { Button } from "@/panels/parts/Button";
import { Editable } from "@/panels/parts/Editable";
import { Field } from "@/panels/parts/Field";
import { Section } from "@/panels/parts/Section";
import { hideGhosts } from "@/store/ghosts";
import { openPolicy, type Starting, select, startFrom } from "@/store/ui";
import { useBoard } from "@/store/use";
import { sendOrTell } from "@/sync/session";
import { NamespaceChoice } from "./NamespaceChoice";
import { PodsChoice } from "./PodsChoice";
import { WouldFlip } from "./WouldFlip";
import "./template-panel.css";

/** A policy to start from: for whom, as YAML, and all that it would flip, before it is added. */
export function TemplatePanel({ starting }: { starting: Starting }) {
  const template = POLICY_TEMPLATES.find(({ id }) => id === starting.template);
  return template ? <Choosing key={template.id} namespace={starting.namespace} template={template} /> : null;
}

function Choosing({ template, namespace: first }: { template: PolicyTemplate; namespace: string }) {
  const [namespace, setNamespace] = useState(first);
  const [name, setName] = useState<string | null>(null);
  const [pods, setPods] = useState<readonly [string, string] | null>(null);
  const [from, setFrom] = useState(template.from?.usual ?? "");
  const policies = useBoard((state) => state.policies);
  const id = useMemo(newId, []);
  useEffect(() => hideGhosts, []);

  const taken = Object.values(policies).flatMap((each) => (each.namespace === namespace ? [each.name] : []));
  const called = name ?? freeName(template.id, taken);
  const text = template.text(namespace, called.trim(), { pods, from: from.trim() });
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await sendOrTell("add_policy", { id, text }))) return;
    select([{ table: "policies", id }]);
    openPolicy(id);
  };
  return (
    <form className="template-panel" onSubmit={(event) => void add(event)}>
      <p className="right-panel__kind">Start from</p>
      <h2 className="right-panel__title">{template.label}</h2>
      <p className="right-panel__hint">{template.hint}</p>
      <Editable>
        <div className="template-panel__fields">
          <NamespaceChoice
            onChange={(chosen) => {
              setNamespace(chosen);
              setPods(null);
            }}
            value={namespace}
          />
          <PodsChoice namespace={namespace} onChange={setPods} value={pods} />
          {template.from && (
            <Field
              label={template.from.label}
              mono
              onChange={(event) => setFrom(event.target.value)}
              placeholder={template.from.usual}
              value={from}
            />
          )}
          <Field label="Name" mono onChange={(event) => setName(event.target.value)} value={called} />
        </div>
        <div className="right-panel__actions">
          <Button icon="plus" look="primary" type="submit">
            Add the policy
          </Button>
          <Button onClick={() => startFrom(null)}>Cancel</Button>
        </div>
      </Editable>
      <WouldFlip policy={id} text={text} />
      <Section title="As YAML">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled with the keyboard */}
        <pre className="template-panel__yaml" tabIndex={0}>
          {text}
        </pre>
      </Section>
    </form>
  );
}
