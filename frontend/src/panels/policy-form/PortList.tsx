import { type FormEvent, useState } from "react";
import { insert, LAST, pathOf, remove, type Step, set } from "@/commands/policy-edit";
import type { PodRecord } from "@/model/records";
import { Button } from "@/panels/parts/Button";
import { FieldError } from "@/panels/parts/Field";
import { messageOf } from "@/panels/parts/use-submit";
import { say } from "@/texts/policy-form";
import { ChipList } from "./ChipList";
import { useForm } from "./form-state";
import { PlaceFindings } from "./PlaceFindings";
import { PortFields } from "./PortFields";
import { itemsOf, valueAt } from "./policy-value";
import { NEW_PORT, type PortDraft, portDraft, portMistake, portText, portValue } from "./port";

type PortListProps = { at: Step[]; whose: string /** Whose ports are offered. */; pods: readonly PodRecord[] };

/** The ports of a rule; without one, every port is open. */
export function PortList({ at, whose, pods }: PortListProps) {
  const { value, edit } = useForm();
  const ports = itemsOf(valueAt(value, at));
  return (
    <>
      <p className="form-card__part">{ports.length ? say.on : say.onEveryPortAndProtocol}</p>
      <ChipList
        editor={(index, done) => (
          <PortEditor
            done={done}
            edits={(port) => [index === null ? insert(pathOf(...at, LAST), port) : set(pathOf(...at, index), port)]}
            key={index ?? "new"}
            pods={pods}
            start={index === null ? NEW_PORT : portDraft(ports[index])}
          />
        )}
        everything={say.opensEveryPortOfEveryProtocol}
        items={ports.map(portText)}
        noun="port"
        remove={(index, meant) => edit([remove(pathOf(...at, index), meant ? "leave_empty" : "refuse")])}
        whose={whose}
      />
      <PlaceFindings at={`${pathOf(...at)}[`} within />
    </>
  );
}

type PortEditorProps = {
  start: PortDraft;
  pods: readonly PodRecord[];
  edits: (port: Record<string, unknown>) => Parameters<ReturnType<typeof useForm>["edit"]>[0];
  done: () => void;
};

function PortEditor({ start, pods, edits, done }: PortEditorProps) {
  const { edit } = useForm();
  const [draft, setDraft] = useState(start);
  const [refusal, setRefusal] = useState<string | null>(null);
  const take = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = portMistake(draft) ?? messageOf(await edit(edits(portValue(draft))));
    if (wrong === null) done();
    else setRefusal(wrong);
  };
  return (
    <form className="small-form" onSubmit={(event) => void take(event)}>
      <PortFields draft={draft} focused onChange={setDraft} pods={pods} />
      <FieldError text={refusal} />
      <div className="small-form__foot">
        <Button look="primary" small type="submit">
          {start === NEW_PORT ? say.add : say.change2}
        </Button>
        <Button look="quiet" onClick={done} small>
          {say.cancel}
        </Button>
      </div>
    </form>
  );
}
