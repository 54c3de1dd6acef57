import { type FormEvent, useId, useMemo, useState } from "react";
import { newId } from "@/model/ids";
import { endName } from "@/model/places";
import { PROTOCOLS, type Protocol } from "@/model/records";
import { Button } from "@/panels/parts/Button";
import { Dialog } from "@/panels/parts/Dialog";
import { Field, FieldError } from "@/panels/parts/Field";
import { useSubmit } from "@/panels/parts/use-submit";
import { choosePolicies, selectOne } from "@/store/ui";
import { useBoard } from "@/store/use";
import { say } from "@/texts/dialogs";
import "./connect-dialog.css";

const BAD_PORT = say.aPortIsANumberFrom;

/** An arrow without a mouse: the destination from a list, then protocol and port. */
export function ConnectDialog({ source, onClose }: { source: string; onClose: () => void }) {
  const from = useBoard((state) => endName(state, source));
  const [wanted, setWanted] = useState("");
  const targets = useTargets(source, wanted);
  const [picked, setPicked] = useState<string | null>(null);
  const target = targets.find(({ id }) => id === picked) ?? targets[0];
  const declared = useBoard((state) => state.pods[target?.id ?? ""]?.ports[0]);
  const [typedPort, setTypedPort] = useState<string | null>(null);
  const [typedProtocol, setTypedProtocol] = useState<Protocol | null>(null);
  const port = typedPort ?? String(declared?.port ?? 80);
  const protocol = typedProtocol ?? declared?.protocol ?? "TCP";
  const { submit, refusal } = useSubmit();
  const [mistake, setMistake] = useState<string | null>(null);
  const form = useId();

  const choose = (want: boolean) => {
    const number = Number(port);
    if (!target || !Number.isInteger(number) || number < 1 || number > 65535) return setMistake(BAD_PORT);
    onClose();
    choosePolicies({ source, destination: target.id, protocol, port: number, want });
  };
  const whole = useBoard((state) => source in state.namespaces || (target?.id ?? "") in state.namespaces);
  const connect = async (event: FormEvent) => {
    event.preventDefault();
    if (!target) return;
    if (whole) return choose(true);
    const id = newId();
    const params = { id, source, destination: target.id, protocol, port: Number(port) };
    if (!(await submit("connect", params))) return;
    onClose();
    selectOne("connections", id);
  };

  return (
    <Dialog
      footer={
        <>
          <Button onClick={onClose}>{say.cancel}</Button>
          <Button disabled={!target} onClick={() => choose(false)}>
            {say.block}
          </Button>
          <Button disabled={!target} onClick={() => choose(true)}>
            {say.allow}
          </Button>
          {!whole && (
            <Button disabled={!target} form={form} look="primary" type="submit">
              {say.watch}
            </Button>
          )}
        </>
      }
      onClose={onClose}
      title={say.connectTo(from)}
    >
      <form className="connect-dialog" id={form} onSubmit={(event) => void connect(event)}>
        <Field
          autoFocus
          label={say.searchTheDestination}
          onChange={(event) => setWanted(event.target.value)}
          placeholder="name"
          value={wanted}
        />
        <select
          aria-label={say.destination}
          className="connect-dialog__targets"
          onChange={(event) => setPicked(event.target.value)}
          onKeyDown={(event) => event.key === "Enter" && event.currentTarget.form?.requestSubmit()}
          size={Math.min(8, Math.max(3, targets.length))}
          value={target?.id ?? ""}
        >
          {targets.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        {targets.length === 0 && <p className="rows__none">{say.thereIsNothingOfThatName}</p>}
        <div className="connect-dialog__port">
          <select
            aria-label={say.protocol}
            className="field__input"
            onChange={(event) => setTypedProtocol(event.target.value as Protocol)}
            value={protocol}
          >
            {PROTOCOLS.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
          <input
            aria-label={say.portNumber}
            className="field__input mono"
            inputMode="numeric"
            onChange={(event) => {
              setTypedPort(event.target.value);
              setMistake(null);
            }}
            value={port}
          />
          <span className="rows__quiet">{declared?.name && say.declaredAs(declared.name)}</span>
        </div>
        <FieldError text={mistake ?? refusal} />
      </form>
    </Dialog>
  );
}

/** What an arrow from `source` may end at: any other pod or whole namespace, and hosts when the source is none. */
function useTargets(source: string, wanted: string): { id: string; name: string }[] {
  const namespaces = useBoard((state) => state.namespaces);
  const pods = useBoard((state) => state.pods);
  const hosts = useBoard((state) => state.hosts);
  return useMemo(() => {
    const inside = [...Object.keys(pods), ...Object.keys(namespaces)];
    const ids = source in hosts ? inside : [...inside, ...Object.keys(hosts)];
    return ids
      .filter((id) => id !== source)
      .map((id) => ({ id, name: endName({ namespaces, pods, hosts }, id) }))
      .filter(({ name }) => name.toLowerCase().includes(wanted.trim().toLowerCase()));
  }, [source, namespaces, pods, hosts, wanted]);
}
