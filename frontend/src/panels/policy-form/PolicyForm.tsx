import { useMemo } from "react";
import type { PolicyRecord } from "@/model/records";
import { findingsOf } from "@/panels/dock/yaml/findings";
import { countingText } from "@/panels/facts/counting-text";
import { selectable } from "@/panels/facts/selected-pods";
import { matches, readSelector } from "@/panels/facts/selectors";
import { Icon } from "@/panels/parts/Icon";
import { useFixed } from "@/panels/parts/Locked";
import { Section } from "@/panels/parts/Section";
import { useBoard } from "@/store/use";
import { RefusedError } from "@/sync/session";
import { say } from "@/texts/policy-form";
import { Direction } from "./Direction";
import { editPolicy } from "./edit-policy";
import { FormContext, type FormState, useForm } from "./form-state";
import { Lights } from "./Lights";
import { Matches, useWorld } from "./Matches";
import { Metadata, Remarks } from "./Metadata";
import { PlaceFindings } from "./PlaceFindings";
import { PolicyTypes } from "./PolicyTypes";
import { readPolicy, valueAt } from "./policy-value";
import { SelectorFields } from "./SelectorFields";
import "./policy-form.css";

/** The whole of a policy as a form: the same text that the YAML shows, edited field by field. */
export function PolicyForm({ policy }: { policy: PolicyRecord }) {
  const draft = useBoard((state) => state.drafts[policy.id]);
  const warnings = useBoard((state) => state.policyWarnings);
  const broken = draft?.good === false;
  const fixed = useFixed() || broken;
  const text = countingText(policy, draft);
  const value = useMemo(() => readPolicy(text), [text]);
  const state = useMemo<FormState | null>(() => {
    if (!value) return null;
    const drafts = draft ? { [policy.id]: draft } : {};
    return {
      policy,
      value,
      fixed,
      findings: findingsOf({ drafts, policyWarnings: warnings }, policy.id),
      edit: async (edits) => {
        try {
          await editPolicy(policy.id, edits, value);
          return [];
        } catch (error) {
          if (error instanceof RefusedError) return error.faults;
          throw error;
        }
      },
    };
  }, [policy, value, fixed, draft, warnings]);
  if (!state) return <p className="rows__none">{say.itsYamlCannotBeReadJust}</p>;
  return (
    <FormContext.Provider value={state}>
      <div className="policy-form">
        {broken && (
          <p className="direction__state direction__state--warn" role="status">
            <Icon name="alert" size={14} />
            <span>{say.itsYamlCannotBeReadJust2}</span>
          </p>
        )}
        <PlaceFindings at="" />
        <Metadata />
        <Body />
        <Remarks />
      </div>
    </FormContext.Provider>
  );
}

function Body() {
  const { policy, value } = useForm();
  const world = useWorld();
  const selector = valueAt(value, ["spec", "podSelector"]);
  const { inside, selected } = useMemo(() => {
    const inside = Object.values(world.pods).filter(
      (pod) => world.namespaces[pod.namespace]?.name === policy.namespace,
    );
    const wanted = readSelector(selector);
    return { inside, selected: inside.filter((pod) => selectable(pod) && matches(wanted, pod.labels)) };
  }, [world, policy.namespace, selector]);
  const all = readSelector(selector);
  const every = all.labels.length + all.expressions.length === 0;
  return (
    <>
      <Section title={say.podsItIsAbout}>
        <Lights ids={selected.map(({ id }) => id)} as="selected" words={say.podsAreSelected(selected.length)}>
          {every && <p className="form-card__part">{say.everyPodOf(policy.namespace)}</p>}
          <SelectorFields
            at={["spec", "podSelector"]}
            everything={say.selectsEveryPodOf(policy.namespace)}
            objects={inside}
            whose={say.ofThePodsThatItIs}
          />
          <Matches home={policy.namespace} namespaces={world.namespaces} pods={selected} />
          <PlaceFindings at="spec.podSelector" />
        </Lights>
      </Section>
      <PolicyTypes />
      <Direction selected={selected} way="ingress" />
      <Direction selected={selected} way="egress" />
    </>
  );
}
