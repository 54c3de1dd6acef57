import { useId } from "react";
import { remove, set } from "@/commands/policy-edit";
import { Section } from "@/panels/parts/Section";
import { say } from "@/texts/policy-form";
import { useForm } from "./form-state";
import { PlaceFindings } from "./PlaceFindings";
import { itemsOf, valueAt } from "./policy-value";

const CHOICES = [
  { types: ["Ingress"], label: say.ingress, words: say.onlyWhoComesInIsLimited },
  { types: ["Egress"], label: say.egress, words: say.onlyWhereTheyGoIsLimited },
  { types: ["Ingress", "Egress"], label: say.both, words: say.whatComesInAndWhatGoes },
  {
    types: [],
    label: say.notSaid,
    words: say.kubernetesChoosesIngressIsLimitedEgress,
  },
];

/** The directions in which the selected pods are isolated. */
export function PolicyTypes() {
  const { value, edit, fixed } = useForm();
  const name = useId();
  const written = itemsOf(valueAt(value, ["spec", "policyTypes"]));
  const current = CHOICES.find(
    ({ types }) =>
      new Set([...types, ...written]).size === types.length && types.every((each) => written.includes(each)),
  );
  const choose = (types: string[]) =>
    void edit([types.length ? set("spec.policyTypes", types) : remove("spec.policyTypes", "leave_empty")]);
  return (
    <Section title={say.policyTypes}>
      <fieldset className="policy-types" disabled={fixed}>
        <legend className="visually-hidden">{say.directionsThatThePolicyLimits}</legend>
        <div className="policy-types__options">
          {CHOICES.map(({ label, types }) => (
            <label className="policy-types__option" key={label}>
              <input
                checked={current?.label === label}
                className="visually-hidden"
                name={name}
                onChange={() => choose(types)}
                type="radio"
                value={label}
              />
              {label}
            </label>
          ))}
        </div>
        <p className="form-card__note">{current?.words ?? say.writtenThere(written.join(", "))}</p>
      </fieldset>
      <PlaceFindings at="spec.policyTypes" />
    </Section>
  );
}
