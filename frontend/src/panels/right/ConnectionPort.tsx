import { type FormEvent, useState } from "react";
import { type ConnectionRecord, PROTOCOLS, type Protocol } from "@/model/records";
import { Busy } from "@/panels/parts/Busy";
import { FieldError } from "@/panels/parts/Field";
import { useHalfTyped } from "@/panels/parts/use-half-typed";
import { useSubmit } from "@/panels/parts/use-submit";
import { useBoard } from "@/store/use";
import "./connection-port.css";

/** The protocol and port that an arrow stands for. Both are taken when Enter is pressed or the field is left. */
export function ConnectionPort({ connection }: { connection: ConnectionRecord }) {
  const [typed, setTyped] = useState<string | null>(null);
  const { submit, refusal, clear } = useSubmit();
  useHalfTyped("Port number", typed);
  const declared = useBoard((state) => state.pods[connection.destination]?.ports ?? null);
  const port = typed ?? String(connection.port);

  const takePort = async () => {
    if (typed === null || typed === String(connection.port)) return setTyped(null);
    if (await submit("edit_connection", { id: connection.id, port: Number(typed) })) setTyped(null);
  };
  const takeProtocol = async (protocol: Protocol) => {
    if (await submit("edit_connection", { id: connection.id, protocol })) setTyped(null);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void takePort();
  };

  return (
    <form className="connection-port" onSubmit={onSubmit}>
      <select
        aria-label="Protocol"
        className="field__input"
        onChange={(event) => void takeProtocol(event.target.value as Protocol)}
        value={connection.protocol}
      >
        {PROTOCOLS.map((protocol) => (
          <option key={protocol}>{protocol}</option>
        ))}
      </select>
      <Busy fields={["Port number"]}>
        <input
          aria-describedby="connection-port-error"
          aria-invalid={refusal ? true : undefined}
          aria-label="Port number"
          className="field__input mono"
          inputMode="numeric"
          list="declared-ports"
          onBlur={() => void takePort()}
          onChange={(event) => {
            setTyped(event.target.value);
            clear();
          }}
          value={port}
        />
      </Busy>
      <datalist id="declared-ports">
        {declared?.map(({ name, port: number }) => (
          <option key={`${name} ${number}`} value={number}>
            {name ?? ""}
          </option>
        ))}
      </datalist>
      <FieldError id="connection-port-error" text={refusal} />
    </form>
  );
}
