import { type FormEvent, type ReactNode, useState } from "react";
import type { Step } from "@/commands/policy-edit";
import type { Labels } from "@/model/records";
import { Button } from "@/panels/parts/Button";
import { FieldError } from "@/panels/parts/Field";
import { messageOf } from "@/panels/parts/use-submit";
import { say } from "@/texts/policy-form";
import { ChipList } from "./ChipList";
import { useForm } from "./form-state";
import { valueAt } from "./policy-value";
import { NEW_REQUIREMENT, RequirementFields, wantedOf } from "./RequirementFields";
import { type Requirement, removal, requirementEdits, requirementsOf, requirementText } from "./requirement";

type SelectorFieldsProps = {
  at: Step[];
  whose: string;
  objects: readonly { labels: Labels }[];
  /** What the selector means without a condition: "matches every pod of prod". */
  everything: string;
  more?: ReactNode;
};

/** The conditions of one selector, all of which must hold. */
export function SelectorFields({ at, whose, objects, everything, more }: SelectorFieldsProps) {
  const { value, edit } = useForm();
  const all = requirementsOf(valueAt(value, at));
  return (
    <ChipList
      editor={(index, done) => (
        <RequirementEditor
          at={at}
          done={done}
          key={index ?? "new"}
          objects={objects}
          old={index === null ? null : (all[index] ?? null)}
        />
      )}
      everything={everything}
      items={all.map(requirementText)}
      more={more}
      noun="label"
      remove={async (index, meant) => {
        const old = all[index];
        return old ? edit(removal(at, old, meant ? "leave_empty" : "refuse")) : [];
      }}
      whose={whose}
    />
  );
}

type RequirementEditorProps = {
  at: Step[];
  old: Requirement | null;
  objects: readonly { labels: Labels }[];
  done: () => void;
};

function RequirementEditor({ at, old, objects, done }: RequirementEditorProps) {
  const { edit } = useForm();
  const [draft, setDraft] = useState(
    old ? { key: old.key, operator: old.operator, values: old.values.join(", ") } : NEW_REQUIREMENT,
  );
  const [refusal, setRefusal] = useState<string | null>(null);
  const take = async (event: FormEvent) => {
    event.preventDefault();
    const wanted = wantedOf(draft);
    if (!wanted.key) return setRefusal(say.writeTheLabelsKey);
    const edits = requirementEdits(at, old, wanted);
    const faults = edits.length ? await edit(edits) : [];
    if (faults.length) setRefusal(messageOf(faults));
    else done();
  };
  return (
    <form className="small-form" onSubmit={(event) => void take(event)}>
      <RequirementFields draft={draft} focused objects={objects} onChange={setDraft} />
      <FieldError text={refusal} />
      <div className="small-form__foot">
        <Button look="primary" small type="submit">
          {old ? say.change2 : say.add}
        </Button>
        <Button look="quiet" onClick={done} small>
          {say.cancel}
        </Button>
      </div>
    </form>
  );
}
