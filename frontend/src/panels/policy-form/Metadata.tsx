import { useShallow } from "zustand/react/shallow";
import { pathOf, remove, rename, set } from "@/commands/policy-edit";
import { Section } from "@/panels/parts/Section";
import { useBoard } from "@/store/use";
import { say } from "@/texts/policy-form";
import { ChipList } from "./ChipList";
import { CommittedText } from "./CommittedText";
import { useForm } from "./form-state";
import { PairEditor } from "./PairEditor";
import { PlaceFindings } from "./PlaceFindings";
import { fieldsOf, textOf, valueAt } from "./policy-value";

/** What the policy is called, and where it lives. */
export function Metadata() {
  const { policy } = useForm();
  const namespaces = useBoard(useShallow((state) => Object.values(state.namespaces).map(({ name }) => name)));
  return (
    <div className="policy-form__names">
      <CommittedText edits={(typed) => [set("metadata.name", typed)]} label={say.name} value={policy.name} />
      <CommittedText
        choices={namespaces}
        edits={(typed) => [set("metadata.namespace", typed)]}
        label={say.namespace}
        value={policy.namespace}
      />
      <PlaceFindings at="metadata" />
    </div>
  );
}

/** Labels and annotations of the policy itself: they decide nothing. */
export function Remarks() {
  return (
    <Section title={say.thePolicysOwnLabelsAndAnnotations}>
      <p className="form-card__note">{say.forPeopleAndToolsTheyDecide}</p>
      <Pairs field="labels" noun="label" />
      <Pairs field="annotations" noun="annotation" />
    </Section>
  );
}

function Pairs({ field, noun }: { field: "labels" | "annotations"; noun: string }) {
  const { value, edit } = useForm();
  const pairs = fieldsOf(valueAt(value, ["metadata", field])).map(([key, held]) => [key, textOf(held)] as const);
  const at = (key: string) => pathOf("metadata", field, key);
  return (
    <ChipList
      editor={(index, done) => {
        const old = index === null ? null : (pairs[index] ?? null);
        return (
          <PairEditor
            done={done}
            edits={(key, typed) => [...(old && old[0] !== key ? [rename(at(old[0]), key)] : []), set(at(key), typed)]}
            key={index ?? "new"}
            noun={noun}
            old={old}
          />
        );
      }}
      everything="says nothing"
      items={pairs.map(([key, held]) => `${key}=${held}`)}
      noun={noun}
      remove={async (index) => edit([remove(at(pairs[index]?.[0] ?? ""))])}
      whose={say.ofThePolicyItself}
    />
  );
}
