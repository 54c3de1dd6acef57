import { type FormEvent, useState } from "react";
import type { PodRecord } from "@/model/records";
import { Button } from "@/panels/parts/Button";
import { FieldError } from "@/panels/parts/Field";
import { messageOf } from "@/panels/parts/use-submit";
import { say } from "@/texts/policy-form";
import type { PolicyEdit } from "@/wire/messages";
import { useForm } from "./form-state";
import { PeerFields } from "./PeerFields";
import { PortFields } from "./PortFields";
import { NEW_PEER, peerMistake, peerValue } from "./peer-draft";
import { NEW_PORT, portMistake, portValue } from "./port";

type Made = { peer: Record<string, unknown> | null; ports: Record<string, unknown>[] };

type PeerMakerProps = {
  label: string;
  /** Pods whose ports are offered; null when no port is asked for. */
  pods: readonly PodRecord[] | null;
  edits: (made: Made) => PolicyEdit[];
  done: () => void;
};

/** Asks for a whole new peer, or for a rule's first one with its port: nothing is written before it is whole, so that
 * nothing half said opens more than was meant. */
export function PeerMaker({ label, pods, edits, done }: PeerMakerProps) {
  const { edit } = useForm();
  const [peer, setPeer] = useState(NEW_PEER);
  const [port, setPort] = useState(NEW_PORT);
  const [refusal, setRefusal] = useState<string | null>(null);
  const anyPort = port.kind === "number" && port.port.trim() === "";

  const take = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = peerMistake(peer) ?? (pods && !anyPort ? portMistake(port) : null);
    if (wrong !== null) return setRefusal(wrong);
    const made = { peer: peerValue(peer), ports: pods && !anyPort ? [portValue(port)] : [] };
    const faults = await edit(edits(made));
    if (faults.length === 0) done();
    else setRefusal(messageOf(faults));
  };
  return (
    <form
      aria-label={label}
      className="small-form small-form--card"
      onKeyDown={(event) => event.key === "Escape" && done()}
      onSubmit={(event) => void take(event)}
    >
      <PeerFields draft={peer} onChange={setPeer} open={pods !== null} />
      {pods && (
        <>
          <PortFields draft={port} onChange={setPort} pods={pods} />
          {anyPort && <p className="form-card__note">{say.withoutAPortNumberEveryPort}</p>}
        </>
      )}
      <FieldError text={refusal} />
      <div className="small-form__foot">
        <Button look="primary" small type="submit">
          {label}
        </Button>
        <Button look="quiet" onClick={done} small>
          {say.cancel}
        </Button>
      </div>
    </form>
  );
}
