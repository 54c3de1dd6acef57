import { useState } from "react";
import { onePort } from "@/model/port-words";
import { type Port, PROTOCOLS, type Protocol } from "@/model/records";
import { FieldError } from "@/panels/parts/Field";
import { lookAtPair, type Pair } from "@/store/ui";
import { useBoard } from "@/store/use";
import "../connection-port.css";
import "./pair.css";

const NONE: Port[] = [];

/** Which port of the connection is looked at: those that the destination declares first, or any. */
export function PairPort({ pair }: { pair: Pair }) {
  const declared = useBoard((state) => state.pods[pair.destination]?.ports) ?? NONE;
  const [typed, setTyped] = useState<string | null>(null);
  const [mistake, setMistake] = useState<string | null>(null);
  const take = (text: string) => {
    setTyped(text);
    const port = Number(text);
    const good = Number.isInteger(port) && port >= 1 && port <= 65535;
    setMistake(good ? null : "A port is a number from 1 to 65535.");
    if (good) lookAtPair({ ...pair, port });
  };
  return (
    <div className="pair-port">
      {declared.length > 0 && (
        <div className="pair-port__declared">
          {declared.map(({ name, protocol, port }) => (
            <button
              aria-pressed={protocol === pair.protocol && port === pair.port}
              key={`${protocol} ${port} ${name}`}
              onClick={() => {
                setTyped(null);
                setMistake(null);
                lookAtPair({ ...pair, protocol, port });
              }}
              type="button"
            >
              {name && `${name} `}
              {onePort({ protocol, port })}
            </button>
          ))}
        </div>
      )}
      <div className="connection-port">
        <select
          aria-label="Protocol"
          className="field__input"
          onChange={(event) => lookAtPair({ ...pair, protocol: event.target.value as Protocol })}
          value={pair.protocol}
        >
          {PROTOCOLS.map((protocol) => (
            <option key={protocol}>{protocol}</option>
          ))}
        </select>
        <input
          aria-describedby="pair-port-error"
          aria-invalid={mistake ? true : undefined}
          aria-label="Port number"
          className="field__input mono"
          inputMode="numeric"
          onBlur={() => setTyped(null)}
          onChange={(event) => take(event.target.value)}
          value={typed ?? pair.port}
        />
        <FieldError id="pair-port-error" text={mistake} />
      </div>
    </div>
  );
}
